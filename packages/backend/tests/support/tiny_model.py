"""A language model of four megabytes, made here: after a word of its one sentence it says the next, then it ends.

Where the grammar of a schema allows another word only, it says that: structured answers work as with a large one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import gguf
import numpy as np

SENTENCE: Final = "Hello from a tiny local model that we made ourselves."
_WORDS: Final = [f"▁{word}" for word in SENTENCE.removesuffix(".").split()] + ["."]
_TEMPLATE: Final = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>' + '\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
_HEADS: Final = 4
_INNER: Final = 64
_SURE: Final = 20.0
"""How much likelier the next word is than any other, on the logarithmic scale of models."""
_CLOSING: Final = (b'"', b"]", b"}")
"""Half as likely: what a grammar lets it begin it ends soon, and does not fill with random letters."""


def make_model(path: Path, context_tokens: int = 4096, *, is_endless: bool = False) -> Path:
    """Write the model's file. One that is endless begins its sentence anew instead of ending."""
    tokens, types = _tokens()
    size = len(tokens)
    width = -(-size // 64) * 64
    writer: Any = gguf.GGUFWriter(path, "llama")
    writer.add_name("tiny")
    writer.add_context_length(context_tokens)
    writer.add_embedding_length(width)
    writer.add_block_count(1)
    writer.add_feed_forward_length(_INNER)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(width // _HEADS)
    writer.add_vocab_size(size)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    # Bytes last: what is a piece of its own is read as that.
    writer.add_token_scores([0.0] * 3 + [-100.0] * 256 + [-1.0 - place / 1000 for place in range(size - 259)])
    writer.add_token_types(types)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_add_bos_token(True)
    writer.add_add_space_prefix(True)
    writer.add_chat_template(_TEMPLATE)
    for name, matrix in _tensors(size, width, is_endless=is_endless).items():
        writer.add_tensor(name, matrix)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _tokens() -> tuple[list[bytes], list[Any]]:
    """Return the special tokens, all bytes, the words, and single characters."""
    special = [b"<unk>", b"<s>", b"</s>"]
    every_byte = [f"<0x{number:02X}>".encode() for number in range(256)]
    others = [word.encode() for word in _WORDS]
    others += ["▁".encode(), b"\n", *(chr(code).encode() for code in range(33, 127) if chr(code) != ".")]
    kinds = gguf.TokenType
    types = [kinds.UNKNOWN, kinds.CONTROL, kinds.CONTROL, *([kinds.BYTE] * 256), *([kinds.NORMAL] * len(others))]
    return [*special, *every_byte, *others], types


def _tensors(size: int, width: int, *, is_endless: bool) -> dict[str, Any]:
    """Return the weights: each token is a direction of its own, attention adds nothing, and the last matrix leads from
    each word to the next.
    """
    first = 259
    last = first + len(_WORDS) - 1
    embedding = np.zeros((size, width), np.float32)
    embedding[np.arange(size), np.arange(size)] = 1
    output = np.zeros((size, width), np.float32)
    for token in range(size):
        ends = token == last and not is_endless
        following = token + 1 if first <= token < last else 2 if ends else first
        output[following, token] = _SURE / np.sqrt(width)
    closing = [place for place, token in enumerate(_tokens()[0]) if token in _CLOSING]
    output[closing] = np.maximum(output[closing], _SURE / 2 / np.sqrt(width))
    shapes = {"attn_q": (width, width), "attn_k": (width, width), "attn_v": (width, width)}
    shapes |= {"attn_output": (width, width), "ffn_gate": (_INNER, width), "ffn_up": (_INNER, width)}
    shapes |= {"ffn_down": (width, _INNER)}
    return {
        "token_embd.weight": embedding,
        "output.weight": output,
        "output_norm.weight": np.ones(width, np.float32),
        **{f"blk.0.{name}.weight": np.zeros(shape, np.float32) for name, shape in shapes.items()},
        **{f"blk.0.{name}.weight": np.ones(width, np.float32) for name in ("attn_norm", "ffn_norm")},
    }

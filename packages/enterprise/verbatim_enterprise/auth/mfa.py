"""The second factor: codes of an authenticator app (TOTP, RFC 6238), and recovery codes for a lost phone.

Every code works once. A secret lies sealed in the database; a recovery code has 120 random bits, so its SHA-256 does.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import os
import time
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.errors import InvalidCodeError, MfaStateError
from verbatim_enterprise.auth.events import MfaChanged
from verbatim_enterprise.auth.models import RecoveryCode
from verbatim_enterprise.auth.schemas import MfaSetupResponse
from verbatim_enterprise.config import AuthSettings
from verbatim_enterprise.host import KeyRing, SealedColumn, SealError, emit, lazy, utcnow
from verbatim_enterprise.mail.message import called
from verbatim_enterprise.users.models import User

if TYPE_CHECKING:
    import pyotp
    import qrcode
    import qrcode.image.svg as qrcode_svg
else:
    pyotp, qrcode, qrcode_svg = lazy("pyotp"), lazy("qrcode"), lazy("qrcode.image.svg")

TOTP_SECRET: Final = SealedColumn(User, "totp_secret", "totp secret")
STEP_SECONDS: Final = 30
RECOVERY_CODES: Final = 10
_CODE_BYTES: Final = 15
_TOTP_DIGITS: Final = 6


def is_required(settings: AuthSettings, role: str) -> bool:
    """Say whether accounts of a role must use a second factor."""
    return role in settings.mfa_required_roles


def begin_setup(keys: KeyRing, user: User) -> MfaSetupResponse:
    """Give `user` a new secret that counts once a code has confirmed it.

    Raises:
        MfaStateError: there is a second factor already.
    """
    if user.totp_confirmed_at is not None:
        raise MfaStateError("The second factor is on already; switch it off first.")
    secret = pyotp.random_base32(32)
    user.totp_secret, user.totp_last_step = TOTP_SECRET.seal(keys, user.id, secret), None
    url = pyotp.TOTP(secret).provisioning_uri(name=user.username, issuer_name=called())
    return MfaSetupResponse(secret=secret, otpauth_url=url, qr_svg=_qr(url))


def _qr(text: str) -> str:
    image = qrcode.make(text, image_factory=qrcode_svg.SvgPathImage, border=2)
    buffer = io.BytesIO()
    image.save(buffer)
    return buffer.getvalue().decode()


async def confirm_setup(session: AsyncSession, keys: KeyRing, user: User, code: str) -> list[str]:
    """Switch the second factor on and return new recovery codes.

    Raises:
        MfaStateError: nothing is waiting for a code.
        InvalidCodeError: the code is wrong.
    """
    if user.totp_secret is None or user.totp_confirmed_at is not None:
        raise MfaStateError
    if not await _use_totp(session, keys, user, code):
        raise InvalidCodeError
    user.totp_confirmed_at = utcnow()
    codes = await renew_recovery_codes(session, user)
    await emit(session, MfaChanged(user_id=user.id, state="enabled"))
    return codes


async def use_code(session: AsyncSession, keys: KeyRing, user: User, code: str) -> bool:
    """Use a code of the app or a recovery code up. Returns whether it was right."""
    if user.totp_confirmed_at is None:
        return False
    plain = code.replace(" ", "").replace("-", "").lower()
    if len(plain) == _TOTP_DIGITS and plain.isascii() and plain.isdigit():
        return await _use_totp(session, keys, user, plain)
    used = await session.scalar(
        update(RecoveryCode)
        .where(
            RecoveryCode.user_id == user.id,
            RecoveryCode.code_hash == _hash(user, plain),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=utcnow())
        .returning(RecoveryCode.id)
        .execution_options(synchronize_session=False)
    )
    return used is not None


async def _use_totp(session: AsyncSession, keys: KeyRing, user: User, code: str) -> bool:
    try:
        totp = pyotp.TOTP(TOTP_SECRET.open(keys, user.id, user.totp_secret or ""))
    except SealError:
        return False
    now = int(time.time()) // STEP_SECONDS
    # One step either way, because clocks differ. The step that matched and all before it are used up.
    steps = [step for step in (now, now - 1, now + 1) if hmac.compare_digest(totp.generate_otp(step), code)]
    if not steps:
        return False
    used_up: dict[str, int | str] = {"totp_last_step": steps[0]}
    if not keys.is_current(user.totp_secret or ""):
        # After a change of the secret key the old one is needed only until everybody has signed in once.
        used_up["totp_secret"] = TOTP_SECRET.seal(keys, user.id, totp.secret)
    used = await session.scalar(
        update(User)
        .where(User.id == user.id, func.coalesce(User.totp_last_step, -1) < steps[0])
        .values(**used_up)
        .returning(User.id)
        .execution_options(synchronize_session=False)
    )
    return used is not None


async def renew_recovery_codes(session: AsyncSession, user: User) -> list[str]:
    """Replace all recovery codes of `user` and return the new ones."""
    await session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user.id))
    plain = [base64.b32encode(os.urandom(_CODE_BYTES)).decode().lower() for _ in range(RECOVERY_CODES)]
    session.add_all(RecoveryCode(user_id=user.id, code_hash=_hash(user, code)) for code in plain)
    await session.flush()
    return ["-".join(code[i : i + 4] for i in range(0, len(code), 4)) for code in plain]


async def recovery_codes_left(session: AsyncSession, user_id: str) -> int:
    unused = select(func.count()).where(RecoveryCode.user_id == user_id, RecoveryCode.used_at.is_(None))
    return await session.scalar(unused) or 0


async def switch_off(session: AsyncSession, user: User, *, state: str) -> None:
    """Take the second factor away, with everything that belonged to it."""
    user.totp_secret = user.totp_confirmed_at = user.totp_last_step = None
    await session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user.id))
    await session.flush()
    await emit(session, MfaChanged(user_id=user.id, state=state))


def _hash(user: User, code: str) -> str:
    return hashlib.sha256(f"{user.id} {code}".encode()).hexdigest()

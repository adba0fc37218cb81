"""OpenStack Swift with its S3 API: four processes, one device, one replica, everything in one folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from support.server import free_port

KEY_ID = "test:tester"
SECRET = "swift-tells-nobody"
_PIPELINE = (
    "catch_errors healthcheck cache listing_formats bulk s3api tempauth slo dlo versioned_writes symlink copy "
    "proxy-server"
)
_FILTERS = {
    "catch_errors": {},
    "healthcheck": {},
    "cache": {"use": "egg:swift#memcache", "memcache_servers": "127.0.0.1:1"},
    "listing_formats": {},
    "bulk": {},
    "s3api": {"s3_acl": "false", "location": "us-east-1"},
    "tempauth": {"user_test_tester": f"{SECRET} .admin"},
    "slo": {},
    "dlo": {},
    "versioned_writes": {"allow_object_versioning": "true"},
    "symlink": {},
    "copy": {},
}


@contextmanager
def start_swift(folder: Path) -> Iterator[int]:
    """Run it; gives the port of its S3 API."""
    for name in ("srv/d1", "etc", "run", "lock"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    ports = {name: free_port() for name in ("account", "container", "object", "proxy")}
    _write_configuration(folder, ports)
    env = {**os.environ, "SWIFT_DIR": str(folder / "etc"), "SWIFT_TEST_CONFIG_FILE": "", "PYTHONWARNINGS": "ignore"}
    programs = Path(sys.executable).parent
    for name in ("account", "container", "object"):
        _make_ring(programs, folder, name, ports[name], env)
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for name in ports:
            with (folder / f"{name}.log").open("wb") as log:
                command = [sys.executable, str(programs / f"swift-{name}-server"), str(folder / f"etc/{name}.conf")]
                processes.append(subprocess.Popen(command, env=env, stdout=log, stderr=log))
        _wait(ports["proxy"], processes[-1])
        yield ports["proxy"]
    finally:
        for process in processes:
            process.kill()
        for process in processes:
            process.wait()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    from support_stores.servers import wait_for  # noqa: PLC0415 - servers uses this module

    wait_for(f"http://127.0.0.1:{port}/healthcheck", process)
    httpx.get(f"http://127.0.0.1:{port}/healthcheck", trust_env=False).raise_for_status()


def _make_ring(programs: Path, folder: Path, name: str, port: int, env: dict[str, str]) -> None:
    for arguments in (["create", "4", "1", "1"], ["add", f"r1z1-127.0.0.1:{port}/d1", "1"], ["rebalance"]):
        command = [sys.executable, str(programs / "swift-ring-builder"), f"{name}.builder", *arguments]
        subprocess.run(command, cwd=folder / "etc", env=env, check=False, capture_output=True)


def _write_configuration(folder: Path, ports: dict[str, int]) -> None:
    etc = folder / "etc"
    (etc / "swift.conf").write_text(
        "[swift-hash]\nswift_hash_path_prefix=a\nswift_hash_path_suffix=b\n"
        "[storage-policy:0]\nname=gold\ndefault=yes\n[swift-constraints]\nmax_file_size=5368709122\n"
    )
    common = (
        f"[DEFAULT]\nuser=root\nswift_dir={etc}\ndevices={folder}/srv\nmount_check=false\nbind_ip=127.0.0.1\n"
        "workers=0\nlog_level=ERROR\ndisable_fallocate=true\nlog_address=/dev/null\n"
    )
    for name in ("account", "container", "object"):
        (etc / f"{name}.conf").write_text(
            f"{common}bind_port={ports[name]}\n[pipeline:main]\npipeline=healthcheck {name}-server\n"
            f"[app:{name}-server]\nuse=egg:swift#{name}\n[filter:healthcheck]\nuse=egg:swift#healthcheck\n"
        )
    proxy = f"{common}bind_port={ports['proxy']}\n[pipeline:main]\npipeline={_PIPELINE}\n"
    proxy += "[app:proxy-server]\nuse=egg:swift#proxy\nallow_account_management=true\naccount_autocreate=true\n"
    for name, options in _FILTERS.items():
        lines = "".join(f"{key}={value}\n" for key, value in {"use": f"egg:swift#{name}", **options}.items())
        proxy += f"[filter:{name}]\n{lines}"
    (etc / "proxy.conf").write_text(proxy)

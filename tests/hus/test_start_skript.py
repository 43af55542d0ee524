"""The scripts ./start and ./test, and that nothing of one machine gets into the files.

`hus` is a copy of the tracked files with the packages of this environment, so that
./start runs for real: it makes its own .env and database, and serves.
"""

import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from vbeplan.start.demo_konton import KONTON, LOSENORD

ROOT = Path(__file__).parents[2]
SCRIPTS = ["start", "test", ".ci/run"]
LOCKS = ["requirements.txt", "requirements-dev.txt"]


def tracked_files():
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.split("\0") if (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def hus(tmp_path_factory):
    house = tmp_path_factory.mktemp("hus")
    for source in tracked_files():
        target = house / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    venv = house / ".venv"
    venv.mkdir()
    for entry in Path(sys.prefix).iterdir():
        if entry.name not in LOCKS:
            (venv / entry.name).symlink_to(entry)
    for lock in LOCKS:
        shutil.copy(ROOT / lock, venv / lock)
    return house


@pytest.fixture
def port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(**values):
    """What a person's shell has: none of what the tests set for Django."""
    kept = {
        key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ
    }
    return kept | {key: str(value) for key, value in values.items()}


def start(house, *words, **values):
    """Run ./start to its end; returns the finished process."""
    return subprocess.run(
        ["./start", *words],
        cwd=house,
        env=environment(**values),
        capture_output=True,
        text=True,
        timeout=120,
    )


class Served:
    """./start in the background until its address is on the screen."""

    def __init__(self, house, port):
        self.port = port
        self.process = subprocess.Popen(
            ["./start"],
            cwd=house,
            env=environment(PORT=port),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.shown = ""

    def __enter__(self):
        for line in self.process.stdout:
            self.shown += line
            if "forvaltare@" in line:
                return self
        raise AssertionError(self.shown + self.process.stderr.read())

    def __exit__(self, *error):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.communicate()

    def get(self, path):
        url = f"http://127.0.0.1:{self.port}{path}"
        with urllib.request.urlopen(url, timeout=20) as answer:
            return answer.status, answer.read().decode()

    def interrupt(self):
        """Press Ctrl-C, which reaches the whole group; returns what was still said."""
        os.killpg(self.process.pid, signal.SIGINT)
        return "".join(self.process.communicate(timeout=30))


@pytest.mark.startskript
def test_start_prepares_serves_and_stops_at_ctrl_c(hus, port):
    with Served(hus, port) as served:
        status, page = served.get("/")
        said = served.interrupt()

    assert status == 200
    assert "<html" in page
    assert f"http://127.0.0.1:{port}/" in served.shown
    assert LOSENORD in served.shown
    assert [epost for epost, _ in KONTON if epost not in served.shown] == []
    assert served.process.returncode == 0
    assert said.strip() == ""
    assert stat.S_IMODE((hus / ".env").stat().st_mode) == 0o600


@pytest.mark.startskript
def test_the_second_start_prepares_nothing_and_keeps_the_key(hus, port):
    start(hus, "--forbered")
    before = (hus / ".env").read_text()

    with Served(hus, port) as served:
        served.interrupt()

    assert "Förbereder" not in served.shown
    assert (hus / ".env").read_text() == before


@pytest.mark.startskript
@pytest.mark.parametrize("rad", ["", "NYCKLAR=\n"], ids=["without", "not filled in"])
def test_a_settings_file_from_before_the_keys_gets_one_and_keeps_the_rest(hus, rad):
    start(hus, "--forbered")
    env = hus / ".env"
    whole = env.read_text()
    before = re.sub("^NYCKLAR=.*\n", rad, whole, flags=re.M)
    env.write_text(before)
    shutil.rmtree(hus / "var")  # texts were not sealed then

    done = start(hus, "--forbered")
    after = env.read_text()
    start(hus, "--forbered")

    assert done.returncode == 0
    assert re.findall("^NYCKLAR=(.*)", after, re.M) != re.findall("NYCKLAR=(.*)", whole)
    assert re.search(r"^NYCKLAR=[0-9a-f]{6}:[\w-]{43}$", after, re.M)
    assert set(before.splitlines()) - {"NYCKLAR="} <= set(after.splitlines())
    assert env.read_text() == after
    assert stat.S_IMODE(env.stat().st_mode) == 0o600


LASFILER = [
    "vbeplan/radlas.py",
    "vbeplan/rapport/utgavelas.py",
    "vbeplan/organisation/sparlas.py",
    "lagesbild/frysningslas.py",
    "aktiviteter/uppfoljningslas.py",
    "aktiviteter/sok/utlosare.py",
]


def test_changed_locks_are_put_in_the_database_at_the_next_start(tmp_path):
    """They are made after a migrate, and an upgrade may have none."""
    for name in [*LASFILER, "start", "requirements.txt"]:
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    for folder in ("blanketter", "static", "var"):
        (tmp_path / folder).mkdir()
    (tmp_path / ".env").touch()

    sedda = {_fingerprint(tmp_path)}
    for name in LASFILER:
        (tmp_path / name).write_text("# changed")
        sedda.add(_fingerprint(tmp_path))

    assert len(sedda) == 1 + len(LASFILER)


def _fingerprint(house):
    words = ["sh", "-c", "VBEPLAN_FUNCTIONS=1; . ./start; fingerprint"]
    done = subprocess.run(words, cwd=house, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.startskript
def test_a_malformed_request_leaves_no_address_in_the_log(hus, port):
    with Served(hus, port) as served:
        with closing(socket.create_connection(("127.0.0.1", port))) as caller:
            caller.sendall(b"NONSENSE\r\n\r\n")
            answer = caller.recv(1000)
        said = served.interrupt()

    assert b" 400 " in answer
    assert "127.0.0.1" not in said


@pytest.mark.startskript
def test_a_busy_port_is_told_with_a_way_out(hus, port):
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", port))
        other.listen()

        done = start(hus, PORT=port)

    assert done.returncode == 1
    assert f"Port {port} går inte att använda" in done.stderr
    assert f"PORT={port + 1} ./start" in done.stderr


def test_a_port_that_is_no_number_is_refused(hus):
    done = start(hus, PORT="åtta")

    assert done.returncode == 1
    assert "inget portnummer" in done.stderr


@pytest.mark.parametrize("script", ["start", "test"])
def test_help_tells_in_swedish_how_to_use_the_script(script):
    done = subprocess.run([f"./{script}", "--help"], cwd=ROOT, capture_output=True)

    assert done.returncode == 0
    assert f"./{script}" in done.stdout.decode()
    assert "VBE-plan" in done.stdout.decode()


def test_an_unknown_word_is_refused_with_the_help(hus):
    done = start(hus, "--snabt")

    assert done.returncode == 1
    assert "Okänt: --snabt" in done.stderr
    assert "--forbered" in done.stderr


def test_a_python_without_venv_is_told_what_to_install(tmp_path):
    """On a computer where nothing can be installed: no uv, apt-get or sudo in PATH."""
    shutil.copy(ROOT / "start", tmp_path)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "dirname", "id", "rm", "cmp"):
        (programs / name).symlink_to(shutil.which(name))
    python = programs / "python3"
    python.write_text(
        '#!/bin/sh\ncase "$*" in *"import venv"*) exit 1 ;; esac\n'
        f'exec {sys.executable} "$@"\n'
    )
    python.chmod(0o755)

    done = start(tmp_path, PATH=programs)

    assert done.returncode == 1
    assert "saknar modulen venv" in done.stderr
    assert "apt-get install python3-venv" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_a_computer_with_only_an_old_python_is_told_which_is_needed(tmp_path):
    shutil.copy(ROOT / "start", tmp_path)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "dirname"):
        (programs / name).symlink_to(shutil.which(name))
    (programs / "python3").write_text("#!/bin/sh\nexit 1\n")
    (programs / "python3").chmod(0o755)

    done = start(tmp_path, PATH=programs)

    assert done.returncode == 1
    assert "Python 3.11 eller nyare" in done.stderr


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_executable_and_clean_shell(script):
    assert os.access(ROOT / script, os.X_OK)
    if not shutil.which("shellcheck"):
        pytest.skip("shellcheck saknas. Installera det med: apt-get install shellcheck")

    done = subprocess.run(
        ["shellcheck", "-x", script], cwd=ROOT, capture_output=True, text=True
    )

    assert done.stdout == ""
    assert done.returncode == 0


def test_no_tracked_file_names_a_path_of_somebodys_machine():
    pattern = re.compile(rb"(?<![\w.:/-])/(?:work|home|root|Users)/\w")

    found = [
        str(path.relative_to(ROOT))
        for path in tracked_files()
        if pattern.search(path.read_bytes())
    ]

    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_have_a_hash_for_all_and_an_address_for_none(lock):
    text = (ROOT / lock).read_text()

    packages = re.split(r"\n(?=\w)", text.strip())
    assert len(packages) > 20
    assert [p.split()[0] for p in packages if "--hash=sha256:" not in p] == []
    assert re.findall(r"://|^--.*", text, re.MULTILINE) == []


def test_the_dev_lock_holds_the_same_versions_as_the_other():
    pins = [
        set(re.findall(r"^[\w.-]+==\S+", (ROOT / n).read_text(), re.M)) for n in LOCKS
    ]

    assert pins[0] - pins[1] == set()


def test_env_example_names_every_setting_that_is_read():
    settings = (ROOT / "vbeplan" / "settings.py").read_text()
    example = (ROOT / ".env.example").read_text()

    read = set(re.findall(r'\benv(?:\.\w+)?\(\s*"(\w+)"', settings))
    named = set(re.findall(r"^#?(\w+)=", example, re.MULTILINE))
    assert len(read) > 8
    assert read - named == set()

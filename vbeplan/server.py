"""How gunicorn serves VBE-plan, for ./start and in production alike.

Values can be changed on gunicorn's command line or in GUNICORN_CMD_ARGS.
"""

import os
import sys
from pathlib import Path

wsgi_app = "vbeplan.wsgi"
# A PDF keeps a worker busy for seconds; the other one answers meanwhile.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
preload_app = True
timeout = 120
graceful_timeout = 20
keepalive = 5
# WeasyPrint leaves memory behind; a worker that has served this many is renewed.
max_requests = 1000
max_requests_jitter = 200
# The heartbeat file must not wait for a disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
control_socket_disable = True
# Nobody's address is written down: no access log, and below "error" gunicorn would
# log the address of whoever sends a malformed request.
accesslog = None
errorlog = "-"
loglevel = "error"


def on_starting(server):
    """Let gunicorn say where a fault was, and nothing of what a visitor had sent.

    Should somebody turn its access log on, the open pages are not in it.
    """
    from blanketter.tystnad import BaraPlats, InteOppet  # not before it is loaded

    server.log.error_log.addFilter(BaraPlats())
    server.log.access_log.addFilter(InteOppet())


def when_ready(server):
    """Tell whoever typed ./start where to go, once the door is open."""
    sys.stdout.write(os.environ.pop("VBEPLAN_WELCOME", "") + "\n")
    sys.stdout.flush()

"""`haidang run`: one port, one first account, words before anything is started."""

import argparse
import socket

import pytest
from django.test import override_settings

from haidang.accounts.models import User
from haidang.commands import CommandFailed, run
from haidang.information.collect.models import Source


def test_a_port_in_use_is_said_before_anything_starts() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandFailed, match=f"--port {port + 1}"):
            run.check_port("127.0.0.1", port)


def test_server_and_worker_are_our_own_programs() -> None:
    server, worker = run.server_and_worker("127.0.0.1", 8000)
    assert (server.vital, worker.vital) == (True, False)
    assert worker.command[-1] == "worker"


@pytest.mark.django_db
@override_settings(AUTH_PASSWORD_VALIDATORS=[])
def test_an_empty_office_gets_its_first_account_once(capsys: pytest.CaptureFixture[str]) -> None:
    password = run.first_administrator()
    assert User.objects.get().check_password(password)
    assert Source.objects.count() > 0
    assert run.first_administrator() == ""
    run.welcome(argparse.Namespace(host="127.0.0.1", port=8000), password)
    assert password in capsys.readouterr().out

"""Work is spread over processes; results and mistakes come back, and an end is an end."""

import contextlib
import os
import pty
import select
import signal
import subprocess
import sys
import termios

import pytest

from press import pool

# Tasks of their own module: workers import them by name.
WORK = """
import os, sys, time
from pathlib import Path
from press.pool import spread

def start(folder):
    Path(folder, f"worker-{os.getpid()}").touch()

def work(task):
    if task == "wait":
        time.sleep(600)
    if task == "die":
        os._exit(9)
    if task == "wrong":
        raise ValueError("wrong task")
    return f"{task}!"

if __name__ == "__main__":
    folder, *tasks = sys.argv[1:]
    for task, result in spread(work, tasks, start, (folder,), "tasks"):
        print(task, result, flush=True)
"""


@pytest.fixture
def run(tmp_path):
    """Return a function that runs tasks in a process group of its own and gives the process."""
    (tmp_path / "tasks.py").write_text(WORK)
    (tmp_path / "workers").mkdir()

    started = []

    def start(*tasks, processes=2, **options):
        command = [sys.executable, str(tmp_path / "tasks.py"), str(tmp_path / "workers"), *tasks]
        process = subprocess.Popen(
            command,
            env={**os.environ, "PRESS_PROCESSES": str(processes)},
            text=True,
            start_new_session=True,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
        )
        started.append(process)
        return process

    yield start
    for process in started:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def workers(tmp_path):
    """Return a function that gives the workers that were started."""

    def numbers():
        return [int(path.name.removeprefix("worker-")) for path in (tmp_path / "workers").iterdir()]

    return numbers


def group_ends(process):
    """Wait until no process of a group runs: all of them hold the pipe of its standard output."""
    return process.communicate(timeout=30)


def remember(*words):
    """Keep what a start was given."""
    _STARTED.append(words)


def double(task):
    """Return a number twice as large; refuse 3."""
    if task == 3:
        raise ValueError("not three")
    return task * 2


def interrupt(task):
    """Do what Ctrl-C does."""
    raise KeyboardInterrupt


_STARTED = []


def test_one_process_does_all_here_and_in_order(monkeypatch):
    """Nothing is started for little work; a mistake stands beside its task and stops no other."""
    monkeypatch.setenv("PRESS_PROCESSES", "1")
    _STARTED.clear()
    found = list(pool.spread(double, [1, 2, 3, 4], remember, ("a", "b"), "tasks"))
    assert _STARTED == [("a", "b")]
    assert [task for task, _ in found] == [1, 2, 3, 4]
    assert [result for task, result in found if task != 3] == [2, 4, 8]
    assert repr(found[2][1]) == "ValueError('not three')"


def test_without_tasks_nothing_is_started(monkeypatch):
    """A build that finds everything made need not read the texts once more."""
    monkeypatch.setenv("PRESS_PROCESSES", "1")
    _STARTED.clear()
    assert list(pool.spread(double, [], remember, ("a",), "tasks")) == []
    assert _STARTED == []


def test_with_one_process_ctrl_c_is_no_result(monkeypatch):
    """It ends the work."""
    monkeypatch.setenv("PRESS_PROCESSES", "1")
    with pytest.raises(KeyboardInterrupt):
        list(pool.spread(interrupt, [1, 2], remember, (), "tasks"))


@pytest.mark.parametrize(
    ("asked", "cores", "tasks", "expected"),
    [
        ("0", 8, 0, 1),
        ("0", 8, 7, 1),
        ("0", 8, 8, 2),
        ("0", 8, 400, 8),
        ("0", None, 400, 1),
        ("2", 8, 400, 2),
        ("3", 1, 12, 3),
    ],
)
def test_processes_are_started_where_they_are_worth_it(monkeypatch, asked, cores, tasks, expected):
    """One for every four tasks, as many as the computer has cores or as was asked for."""
    monkeypatch.setenv("PRESS_PROCESSES", asked)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert pool.processes(tasks) == expected


def test_two_processes_give_every_result_and_mistake_once(run, workers):
    """Each task comes back with its own result, whichever process did it."""
    process = run(*"abcdefg", "wrong")
    said, complained = process.communicate(timeout=60)
    assert sorted(said.split("\n")[:-1]) == [*(f"{x} {x}!" for x in "abcdefg"), "wrong wrong task"]
    assert complained == ""
    assert 1 <= len(workers()) <= 2
    assert process.pid not in workers()


def test_after_many_tasks_fresh_workers_take_over(run, workers):
    """No worker's memory grows for ever, and no task is lost when they change."""
    count = 2 * pool._TASKS_PER_WORKER + 1
    said, _ = run(*map(str, range(count))).communicate(timeout=60)
    assert len(set(said.split("\n")[:-1])) == count
    assert len(workers()) >= 3


def test_a_worker_that_is_ended_from_outside_ends_the_run_with_a_word(run):
    """A computer without memory left ends processes; the rest would wait for ever."""
    process = run("die", *"abcdefg")
    _, complained = process.communicate(timeout=60)
    assert process.returncode == 1
    assert complained.strip().endswith(
        "RuntimeError: a worker was ended from outside; run the same command again"
    )


@pytest.mark.parametrize("whole_group", [True, False], ids=["terminal", "parent only"])
def test_ctrl_c_ends_at_once_and_leaves_no_worker(run, whole_group):
    """A terminal sends it to workers too; neither way is there a process left, or a worker's cry."""
    process = run("a", *["wait"] * 8)
    assert process.stdout.readline() == "a a!\n"
    (os.killpg if whole_group else os.kill)(process.pid, signal.SIGINT)
    _, complained = group_ends(process)
    assert process.returncode == -signal.SIGINT
    assert complained.count("Traceback") == 1, complained


def test_ctrl_c_while_workers_wake_up_is_answered_once(tmp_path, run):
    """The first seconds are when one notices a wrong command."""
    (tmp_path / "tasks.py").write_text(f"print('o', end='', flush=True)\n{WORK}")
    process = run(*["wait"] * 8)
    assert process.stdout.read(3) == "ooo"  # the parent, then each worker, reads the module
    os.killpg(process.pid, signal.SIGINT)
    _, complained = group_ends(process)
    assert complained.count("Traceback") == 1, complained


def test_no_worker_outlives_a_killed_parent(run, workers):
    """A run that is killed leaves nothing that takes up memory for ever."""
    process = run("a", *["wait"] * 8)
    assert process.stdout.readline() == "a a!\n"
    process.kill()
    group_ends(process)
    assert workers()


@pytest.mark.parametrize("processes", [1, 2])
def test_no_bar_is_drawn_into_a_file(run, processes):
    """A log is for reading."""
    _, complained = run(*"abcdefgh", processes=processes).communicate(timeout=60)
    assert complained == ""


@pytest.mark.parametrize("processes", [1, 2])
def test_a_terminal_shows_how_far_it_is(run, processes):
    """What is done of how much, under the work's name."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    process = run(*"abcdefgh", processes=processes, stderr=theirs)
    os.close(theirs)
    ready, _, _ = select.select([ours], [], [], 30)
    assert ready
    shown = os.read(ours, 1000).decode()
    process.communicate(timeout=60)
    os.close(ours)
    assert "tasks:" in shown
    assert "0/8" in shown

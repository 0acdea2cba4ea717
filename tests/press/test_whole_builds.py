"""Whatever has happened before, a build ends in the bytes that a build from nothing makes.

The tests here drive the build command alone and know nothing of how it remembers. They do a
little on every run; `--long-builds 20` lets the histories and the killed builds take twenty times
as long, which is worth it after a change to what is kept between builds.
"""

import shutil
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.press.accidents import ACCIDENTS, change_unseen, forget_old_cache, hidden_places
from tests.press.file_edits import pick, toggle_file
from tests.press.forked_builds import MOMENTS, build_and_die, build_for
from tests.press.plain_theme import copy_real_theme
from tests.press.site_edits import ALONE, EDITS
from tests.press.text_edits import PAGE
from tests.press.theme_edits import THEME_EDITS
from tests.press.whole_site import LAST_DAY, Expected, WholeSite

OLD, NEW = "lao-ye.md", "a-xin-ye.md"
NUMBERS = st.integers(0, 999)
OTHER_BUILDS = (
    {"clean": True},
    {"paranoid": True},
    {"no_rules": True},
    {"workers": 2},
    {"explain": "/"},
    {"today": date(2022, 3, 9)},
    {"today": date(2021, 8, 1), "clean": True},
)
"""What else somebody may build from the same sources between two builds."""


class Histories(RuleBasedStateMachine):
    """Edits, accidents and other builds in any order, with a build after each of them."""

    known: ClassVar[dict[str, Expected]] = {}

    def __init__(self) -> None:
        """Begin with a sound site."""
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="histories-")).resolve()
        self.site = WholeSite(self.folder / "site", self.known)
        self.sound = self.site.sources()

    @rule(name=st.sampled_from(sorted(EDITS)), number=NUMBERS)
    def edit(self, name: str, number: int) -> None:
        """Edit the site."""
        EDITS[name](self.site, number)

    @rule(edits=st.lists(st.tuples(st.sampled_from(sorted(EDITS)), NUMBERS), max_size=5))
    def edit_much(self, edits: list[tuple[str, int]]) -> None:
        """Edit many places at once."""
        for name, number in edits:
            EDITS[name](self.site, number)

    @precondition(lambda self: self.is_faulty())
    @rule()
    def mend(self) -> None:
        """Write everything as it was when it was last sound."""
        self.site.restore(self.sound)

    @rule(name=st.sampled_from(sorted(ACCIDENTS)), number=NUMBERS)
    def meet(self, name: str, number: int) -> None:
        """Let something happen to output, cache or the times of files."""
        ACCIDENTS[name](self.site, number)

    @precondition(lambda self: not self.is_faulty())
    @rule(number=NUMBERS)
    def change_unseen(self, number: int) -> None:
        """Change a file that keeps size and time; only the first build that is paranoid sees it.

        An old cache, or one that a faulty build has left, would not show the change later.
        """
        change_unseen(pick(hidden_places(self.site), number))
        forget_old_cache(self.site)
        self.site.assert_built_as_from_nothing(paranoid=True)
        if self.is_faulty():
            self.mend()

    @rule(changed=st.sampled_from(OTHER_BUILDS), elsewhere=st.booleans())
    def build_otherwise(self, changed: dict[str, object], *, elsewhere: bool) -> None:
        """Build the same sources for another purpose, perhaps into another folder."""
        output = self.site.folder / "other" if elsewhere else self.site.output
        self.site.build(**changed, output=output)

    @rule(
        name=st.sampled_from(sorted(EDITS)),
        number=NUMBERS,
        moment=st.sampled_from(sorted(MOMENTS)),
        touches=st.integers(0, 40),
    )
    def kill(self, name: str, number: int, moment: str, touches: int) -> None:
        """Edit the site and kill its build."""
        EDITS[name](self.site, number)
        build_and_die(self.site, moment, touches)

    @invariant()
    def a_build_is_as_from_nothing(self) -> None:
        """Build, and compare."""
        self.site.assert_built_as_from_nothing()
        if not self.is_faulty():
            self.sound = self.site.sources()

    def is_faulty(self) -> bool:
        """Tell whether the sources have an error."""
        return self.site.from_nothing().built.code != 0

    def teardown(self) -> None:
        """Remove the site."""
        shutil.rmtree(self.folder)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> WholeSite:
    """Return a built site that the tests leave as sound as they found it."""
    site = WholeSite(tmp_path_factory.mktemp("whole") / "site")
    site.assert_built_as_from_nothing()
    return site


@pytest.mark.slow
def test_every_history_ends_in_the_same_site(long_builds: int) -> None:
    """Each step is followed by a build and a build from nothing: same bytes, same problems."""
    Histories.known.clear()
    budget = settings(max_examples=2 * long_builds, stateful_step_count=10)
    run_state_machine_as_test(Histories, settings=budget)


@pytest.mark.slow
def test_every_kind_of_edit_is_seen(site: WholeSite, long_builds: int) -> None:
    """Each alone, or with two others that show elsewhere, from the same sound site."""
    others = [name for name in EDITS if name not in ALONE]
    together = [others[at : at + 3] for at in range(0, len(others), 3)]
    for number in range(long_builds):
        for names in (*([name] for name in sorted(ALONE)), *together):
            assert_edits_are_seen(site, names, number)


def assert_edits_are_seen(site: WholeSite, names: Sequence[str], number: int) -> None:
    """Make some edits and take them back; an error among them would hide the others."""
    sound = site.sources()
    for name in names:
        EDITS[name](site, number)
    site.assert_built_as_from_nothing()
    is_faulty = site.from_nothing().built.code != 0
    site.restore(sound)
    site.today = LAST_DAY
    if is_faulty and len(names) > 1:
        for name in names:
            assert_edits_are_seen(site, [name], number)


@pytest.mark.slow
def test_edits_of_the_real_theme_are_seen(tmp_path: Path, long_builds: int) -> None:
    """Its templates draw on each other more deeply than those of the plain one."""
    site = WholeSite(tmp_path / "site", write_theme=copy_real_theme)
    site.assert_built_as_from_nothing()
    chance = Random(long_builds)  # noqa: S311 - the same templates on every run
    for name in ("a macro", "a template", "a style") * long_builds:
        THEME_EDITS[name](site, chance.randrange(1000))
        site.assert_built_as_from_nothing()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("moment", "touches"),
    [
        *(("reading", 8), ("rendering", 8), ("staging", 8)),
        *(("renaming", 8), ("deleting", 0), ("remembering", 1)),
    ],
)
def test_a_killed_build_is_put_in_order_by_the_next(
    site: WholeSite, moment: str, touches: int
) -> None:
    """Whatever it was doing: nothing is lost, and what it left goes with the page it was for."""
    leave_much_to_do(site)
    assert build_and_die(site, moment, touches)
    toggle_file(site.content / "pages" / NEW, b"")
    site.assert_built_as_from_nothing()


@pytest.mark.slow
def test_a_build_may_be_killed_at_any_time(site: WholeSite, long_builds: int) -> None:
    """Also between the moments that are known, and several times in a row."""
    chance = Random(long_builds)  # noqa: S311 - the same times on every run
    begun = time.perf_counter()
    leave_much_to_do(site)
    toggle_file(site.content / "pages" / NEW, b"")
    site.build()
    taken = time.perf_counter() - begun
    for _ in range(2 * long_builds):
        leave_much_to_do(site)
        killed = [build_for(site, chance.random() * taken) for _ in range(3)]
        assert any(killed)
        toggle_file(site.content / "pages" / NEW, b"")
        site.assert_built_as_from_nothing()


def leave_much_to_do(site: WholeSite) -> None:
    """Let the next build read and make nearly everything, add a page and delete another."""
    toggle_file(site.content / "pages" / OLD, PAGE.encode())
    site.build()
    toggle_file(site.content / "pages" / OLD, b"")
    toggle_file(site.content / "pages" / NEW, PAGE.encode())
    shutil.rmtree(site.cache)
    for file in site.output.glob("*/*/index.html"):
        file.unlink()

"""What is at hand of every file: which of them are alike, in the order of the first of each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from memcon.validation.links.facts import Brief
from memcon.validation.links.register import Register

NAMES = st.sampled_from(("", "a", "b", "c"))
BRIEFS = st.lists(st.builds(Brief, st.booleans(), st.booleans(), NAMES, NAMES, NAMES))


@given(BRIEFS)
def test_files_are_grouped_by_what_they_have_in_common(briefs: list[Brief]) -> None:
    files = [(f"{number}.xml", brief) for number, brief in enumerate(briefs)]
    register = Register(files)
    assert list(register.authorities) == [path for path, brief in files if brief.lists]
    assert register.has_memoranda == any(brief.printed for brief in briefs)
    groups = list(register.groups())
    assert sorted(path for group in groups for path in group) == sorted(path for path, _ in files)
    assert [group[0] for group in groups] == sorted((group[0] for group in groups), key=lambda name: int(name[:-4]))
    known = dict(files)
    for group in groups:
        of = {known[path].transcript if known[path].printed else "" for path in group}
        assert len(of) == 1
        assert len(group) == 1 or of != {""}
    shared = [[path for path, brief in files if brief.idno == name] for name in ("a", "b", "c")]
    assert sorted(register.of_one_idno()) == sorted(some for some in shared if len(some) > 1)

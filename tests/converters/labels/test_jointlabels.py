"""Labels that name several people."""

from __future__ import annotations

import pytest

from memcon.converters.labels.jointlabels import joint_names

PEOPLE = {"Campbell", "Cox", "Cox-Rede", "Mr. Tuttle", "Foreign and Commonwealth Secretary", "the President"}


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Campbell-Cox", ("Campbell", "Cox")),
        ("Campbell–Cox-Rede", ("Campbell", "Cox-Rede")),
        ("Campbell/Cox", ("Campbell", "Cox")),
        ("Cox-Rede-Campbell", ("Cox-Rede", "Campbell")),
        ("Campbell and Mr. Tuttle", ("Campbell", "Mr. Tuttle")),
        ("Campbell & Cox", ("Campbell", "Cox")),
        ("Foreign and Commonwealth Secretary and Cox", ("Foreign and Commonwealth Secretary", "Cox")),
        ("Cox-Rede", ()),
        ("Campbell", ()),
        ("Campbell-Smith", ()),
        ("Campbell and others", ()),
        ("-".join(["Cox"] * 100), ()),
        ("", ()),
    ],
)
def test_a_label_is_taken_apart_where_every_part_is_somebody(label: str, names: tuple[str, ...]) -> None:
    assert joint_names(label, PEOPLE.__contains__) == names

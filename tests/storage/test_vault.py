"""Sealing: what stands on the disk tells nothing, opens again, and says when it cannot."""

import pytest

from domain.errors import NotPossible
from storage.vault import PLAIN, Vault, new_key, read_keys

OLD, NEW = read_keys(f"{new_key()}, {new_key()}")


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("text", ["13800000001", "入户120户", "gw1.00000000.AAAA", "gw0.", "\ud83d", " "])
def test_what_is_sealed_tells_nothing_and_opens_again(text: str, exact: bool) -> None:
    vault = Vault([NEW])
    sealed = vault.seal(text, exact=exact)
    assert text not in sealed
    assert vault.open(sealed) == text


def test_equal_texts_look_different_unless_they_are_to_be_compared() -> None:
    vault = Vault([NEW])
    assert vault.seal("13800000001") != vault.seal("13800000001")
    assert vault.seal("13800000001", exact=True) == vault.seal("13800000001", exact=True)


@pytest.mark.parametrize("text", ["入户120户", "gw1.00000000.AAAA", "gw0.x", "gw", ""])
def test_without_a_key_everything_stays_as_it_is_even_what_looks_sealed(text: str) -> None:
    assert PLAIN.open(PLAIN.seal(text)) == text


def test_what_is_sealed_takes_hardly_more_room_than_in_clear() -> None:
    said = '{"update_id": 1, "message": {"message_id": 2, "chat": {"id": 3, "type": "private"}, "text": "入户120户"}}'
    assert len(Vault([NEW]).seal(said)) < len(said.encode()) * 1.1


def test_what_an_earlier_version_sealed_opens() -> None:
    """With the key of 32 zeros: sealed before texts were packed."""
    sealed = "gw1.e2f2bb71.9M80qvqRJkOJLWS4HctCxkCbomMudVS8_SSocAaW7V_jfYbhJJiFPUzEZrbn-1f5XqKWk3AypGML1s4Irvb4TzC9hzAi"
    assert Vault([bytes(32)]).open(sealed) == "黄溪村 入户120户，排查356人"


def test_every_key_of_the_list_opens_and_the_first_seals() -> None:
    sealed = Vault([OLD]).seal("13800000001")
    both = Vault([NEW, OLD])
    assert both.open(sealed) == "13800000001"
    assert not both.is_current(sealed)
    assert both.is_current(both.seal("13800000001"))


def test_a_missing_key_and_a_changed_text_are_told_apart() -> None:
    sealed = Vault([OLD]).seal("13800000001")
    with pytest.raises(NotPossible, match="key-missing"):
        Vault([NEW]).open(sealed)
    middle = len(sealed) // 2
    changed = sealed[:middle] + ("A" if sealed[middle] != "A" else "B") + sealed[middle + 1 :]
    with pytest.raises(NotPossible, match="key-broken"):
        Vault([OLD]).open(changed)


def test_a_number_is_looked_up_by_a_hash_that_only_the_key_makes() -> None:
    assert Vault([NEW]).look_up("13800000001") == Vault([NEW, OLD]).look_up("13800000001")
    assert Vault([NEW]).look_up("13800000001") != Vault([OLD]).look_up("13800000001")
    assert "13800000001" not in Vault([NEW]).look_up("13800000001")


@pytest.mark.parametrize("words", ["secret", "AAAA", "!" * 44, "A" * 44])
def test_what_is_no_key_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"bytes|base64"):
        read_keys(words)

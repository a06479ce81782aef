"""Verb forms by their morphology: active me-, passive di-, and loan words used as verbs.

The prefix meN- takes its shape from the root's first sound (Tata Bahasa Baku Bahasa Indonesia, on prefixation):

    me-    before l m n r w y            melaksanakan, memasak, menilai, mereviu
    mem-   before b f v p; p falls       membuat, memfasilitasi, memeriksa (periksa), memproses
    men-   before c d j z s t; t falls   mencatat, mendata, menerima (terima), mentransfer, mensosialisasikan
    meng-  before vowels g h k q; k falls  mengunduh, menghitung, mengirim (kirim), mengklarifikasi
    meny-  where s falls                 menyusun (susun)
    menge- before one-syllable roots     mengesahkan, mengecek

A root has two syllables or more, but for menge-. So "meja", "media", "merah", "menteri" and "menit" are no verbs: no
sound change gives them. What passes all the same is listed below.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from sopgen.rules.language.words import without_clitic

_SHAPES: Final = (
    ("meny", r"[aiueo]"),
    ("meng", r"[aiueoghkq]"),
    ("men", r"[aiueocdjzsfbv]|t[rs]|[tp][aiueo].*[aiueo].*(?:kan|i)$"),
    ("mem", r"[aiueobfvpr]"),
    ("me", r"[lmnrwy][aiueo]|n[gy][aiueo]"),
)
"""Prefix, and how what follows it may begin. men- keeps t only before clusters, and in "mentaati", "mentargetkan".

Misspelt verbs are verbs: "menfasilitasi", "menperbaiki", "memroses".
"""

_NO_VERBS: Final = frozenset(
    # Nouns, pronouns and adjectives whose first letters look like a prefix and whose rest looks like a root.
    "melati melinjo melodi melodrama memoar memori memorandum mempelai menantu menara mendiang meningitis menopause "  # noqa: SIM905
    "menstruasi meranti mereka meriah meriam merica meridian menengah "
    # Prepositions and conjunctions that were verbs once.
    "melainkan melalui mengapa mengenai mengingat menjelang menurut merupakan "
    # Short names of ministers: Menteri Dalam Negeri, Menteri Pendidikan dan Kebudayaan, Menteri Sekretaris Negara …
    "mendagri mendikbud mendikbudristek mendikdasmen menaker menseskab mensesneg "
    # English nouns.
    "membership memory".split()
)
_SHORT_VERBS: Final = frozenset(
    "mencek menscan mengklik memprint memfaks mengkopi menscroll mengcek mencap mencat mencor mencas mendrop mentes "  # noqa: SIM905
    "mentest mentik mengtik mempak memfax mengcopy mengklip mengzip mengzoom mensave menshare menset".split()
)
"""Verbs of one-syllable roots without the menge- that they should have: misspelt, but verbs."""

LOANS: Final = {
    "upload": "Mengunggah",
    "download": "Mengunduh",
    "update": "Memutakhirkan",
    "input": "Memasukkan",
    "entry": "Memasukkan",
    "entri": "Memasukkan",
    "review": "Mereviu",
    "reviu": "Mereviu",
    "scan": "Memindai",
    "print": "Mencetak",
    "copy": "Menyalin",
    "fotokopi": "Memfotokopi",
    "submit": "Mengirimkan",
    "approve": "Menyetujui",
    "approval": "Menyetujui",
    "verify": "Memverifikasi",
    "check": "Memeriksa",
    "cek": "Memeriksa",
    "login": "Masuk ke …",
    "posting": "Memuat",
    "share": "Membagikan",
    "monitoring": "Memantau",
    "follow": "Menindaklanjuti",
}
"""Loan words that clerks use as bare verbs, and the active verb for each."""

MANNERS: Final = frozenset({"bersama", "bersama-sama"})
"""Words that say with whom, and may stand before the verb: "Bersama-sama menelaah …"."""
_NO_PASSIVES: Final = (
    *("dialog", "diagram", "diagnos", "digital", "dimensi", "dinamik", "diploma", "direks", "direkt", "disemin"),
    *("disiplin", "diskusi", "dispensasi", "disposisi", "distribu", "dividen", "divisi"),
)
"""How loan words with di- begin."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=8192)
def is_active_verb(word: str) -> bool:
    """Whether a word is an active verb with me-: "mengunduh", "me-review", "menyerahkannya"; not "meja", "menteri"."""
    word = without_clitic(word.casefold())
    if word in _NO_VERBS or not word.startswith("me"):
        return False
    if word in _SHORT_VERBS or _compiled(r"me(?:m|n|ng|ny|nge)?-\w{2,}").match(word):
        return True
    root_of = word.partition("-")[0]  # "mengulang-ulang"
    return any(
        root_of.startswith(prefix)
        and _compiled(shape).match(root_of, len(prefix)) is not None
        and syllables(root_of[len(prefix) :]) >= 2
        for prefix, shape in _SHAPES
    )


def is_passive(word: str) -> bool:
    """Whether a word is a passive verb with di-: "ditandatangani", "dibuat"; not "dinas"."""
    word = without_clitic(word.casefold())
    return word.startswith("di") and syllables(word[2:]) >= 2 and not word.startswith(_NO_PASSIVES)


def syllables(text: str) -> int:
    vowels = sum(letter in "aiueo" for letter in text)
    return vowels + len(_compiled(r"(?<![aiueo])y(?![aiueo])").findall(text))  # "entry", "copy"


_LOAN_PREFIXES: Final = ("menge-", "meng-", "meny-", "men-", "mem-", "me-", "meng", "men", "mem", "me")


_MORE_THAN_ONE: Final = frozenset({"login", "posting", "follow"})
"""Loans for which no one verb stands."""
_GOING_ON: Final = ("up ", "out ", "list ", "in ", "on ", "off ", "by ", "paste ", "point ", "system ")


def loan_of(word: str) -> str:
    """The loan word in a verb, if the language has its own: "mengupload", "upload" → upload; else nothing."""
    word = word.casefold()
    if word in LOANS:
        return word
    roots = (word.removeprefix(prefix) for prefix in _LOAN_PREFIXES if word.startswith(prefix))
    # "mereviu" and "mengentri" are the language's own by now.
    return next((root for root in roots if root in LOANS and root not in {"reviu", "fotokopi", "entri"}), "")


def loan_mended(text: str) -> str:
    """The text with a loan word at its head made the verb that the language has: "Upload berkas" → "Mengunggah …".

    As it is, where the word goes on ("Check list", "Print out") or says another thing than the verb ("Posting").
    """
    head, blank, rest = text.partition(" ")
    loan = loan_of(head)
    if loan == "follow" and rest.casefold().startswith("up "):
        return f"{LOANS[loan]} {rest[len('up ') :]}"
    is_one = loan and loan not in _MORE_THAN_ONE and not goes_on(rest)
    return f"{LOANS[loan]}{blank}{rest}" if is_one and rest else text


def goes_on(rest: str) -> bool:
    """Whether what follows a loan word is one with it: "print out", "check list"."""
    return f"{rest.strip().casefold()} ".startswith(_GOING_ON)

"""Drawn SOPs in, the volume that binds them out: cover, decree, contents, usage note, then every SOP's own pages.

The annex of a Keputusan as Lampiran Permenpan-RB 35/2012 describes it. The SOPs' pages stay as they are; a page number
that counts through is added, and links lead from keterkaitan to the SOPs it names.
"""

from sopgen.layout.compilation.member import Member
from sopgen.layout.compilation.volume import compile_volume

__all__ = ["Member", "compile_volume"]

"""The rules by name, with what a violation says. `what` and `other` are steps, edges (○: an extra capsule) or texts."""

from __future__ import annotations

from sopgen.diagnostics import Message

_TEXTS: dict[str, tuple[str, str]] = {
    # one arrow
    "segment-orthogonal": ("garis {what} miring", "line {what} is slanted"),
    "segment-length": ("garis {what} punya ruas tanpa panjang", "line {what} has a piece without length"),
    "segment-backtrack": ("garis {what} berbalik di atas dirinya", "line {what} turns back on itself"),
    "arrow-without-symbol": ("garis {what} tidak terikat pada simbol", "line {what} is tied to no symbol"),
    "out-port": (
        "garis {what} tidak keluar dari tengah sisi simbolnya",
        "line {what} does not leave from the middle of its symbol's side",
    ),
    "in-port": (
        "garis {what} tidak masuk di tengah sisi simbolnya",
        "line {what} does not enter at the middle of its symbol's side",
    ),
    "link-not-plain": (
        "garis penghubung {what} bermata panah atau bergabung",
        "joining line {what} has a head or joins another",
    ),
    "return-flag": (
        "arah maju atau balik garis {what} salah dicatat",
        "line {what} is recorded with the wrong direction, main or return",
    ),
    "leaves-by-top": ("garis {what} keluar dari atas simbol", "line {what} leaves by the top"),
    "start-exit": (
        "garis {what} tidak keluar dari bawah kapsul mulai",
        "line {what} does not leave the start downward",
    ),
    "closing-entry": (
        "garis {what} masuk ke kapsul selesai tidak dari atas",
        "line {what} enters a closing capsule not from above",
    ),
    "closing-left": ("garis {what} keluar dari kapsul selesai", "line {what} leaves a closing capsule"),
    "main-entry": ("garis maju {what} tidak masuk dari atas", "main line {what} does not enter from the top"),
    "return-entry": ("garis balik {what} masuk dari atas", "return line {what} enters from the top"),
    "one-head": (
        "garis {what} menuju satu titik tanpa tepat satu mata panah",
        "lines {what} run into one point without exactly one head",
    ),
    "port-shared": (
        "sisi {other} simbol {what} dipakai lebih dari satu garis",
        "side {other} of symbol {what} serves more than one line",
    ),
    # joins
    "join-without-trunk": (
        "garis {what} bergabung ke garis yang tidak ada",
        "line {what} joins a line that is not there",
    ),
    "join-other-target": (
        "garis {what} bergabung ke garis bertujuan lain",
        "line {what} joins a line to another target",
    ),
    "join-off-trunk": ("garis {what} berhenti di luar garis gabungannya", "line {what} ends off the line it joins"),
    "join-looks-like-crossing": (
        "garis {what} dan {other} bergabung di satu titik, tampak seperti persilangan",
        "lines {what} and {other} join at one place and look like a crossing",
    ),
    "join-mixes-directions": (
        "garis {what} bergabung ke garis yang berlawanan arah",
        "line {what} joins a line of the other direction",
    ),
    "return-joins-needlessly": (
        "garis balik {what} bergabung ke garis maju padahal masih ada sisi bebas",
        "return line {what} joins a main line although a side is free",
    ),
    "relaxation-unlisted": ("kelonggaran {what} tidak dicatat", "relaxation {what} is not listed"),
    "relaxation-unfounded": (
        "kelonggaran {what} dicatat tetapi tidak digambar",
        "relaxation {what} is listed, not drawn",
    ),
    # lines against other things
    "line-through-symbol": ("garis {what} menembus simbol {other}", "line {what} goes through symbol {other}"),
    "line-near-symbol": ("garis {what} terlalu dekat simbol {other}", "line {what} is too near symbol {other}"),
    "line-near-rule": ("garis {what} terlalu dekat garis tabel", "line {what} is too near a table rule"),
    "line-through-text": ("garis {what} menembus teks “{other}”", "line {what} goes through the text “{other}”"),
    "line-outside-area": ("garis {what} keluar dari bidang gambar", "line {what} leaves the drawing area"),
    # lines against lines
    "lines-overlap": ("garis {what} dan {other} berimpit", "lines {what} and {other} lie on each other"),
    "lines-touch": ("garis {what} dan {other} bersentuhan", "lines {what} and {other} touch"),
    "lines-too-near": ("garis {what} dan {other} terlalu dekat", "lines {what} and {other} are too near"),
    "net-crosses-itself": (
        "garis {what} dan {other} yang setujuan bersilangan",
        "lines {what} and {other} of one target cross",
    ),
    "crossing-without-omega": (
        "persilangan {what} dan {other} tanpa Ω",
        "the crossing of {what} and {other} has no Ω",
    ),
    "omega-without-crossing": ("Ω pada garis {what} tanpa persilangan", "an Ω on line {what} marks no crossing"),
    "omega-near-corner": ("Ω pada garis {what} terlalu dekat sudut", "an Ω on line {what} is too near a corner"),
    "omega-too-near": (
        "Ω pada garis {what} tidak punya ruang bebas {other}",
        "an Ω on line {what} has no room of its own {other}",
    ),
    "crossing-count": ("tercatat {what} persilangan, tergambar {other}", "{what} crossings recorded, {other} drawn"),
    # labels
    "label-wrong": ("label “{other}” tidak milik garis {what}", "label “{other}” does not belong to line {what}"),
    "label-missing": ("label “{other}” cabang {what} tidak ada", "label “{other}” of branch {what} is missing"),
    "label-too-near": (
        "label “{other}” ({what}) tidak bebas",
        "label “{other}” ({what}) is not clear of its surroundings",
    ),
    "label-outside-area": (
        "label “{other}” ({what}) keluar dari bidang gambar",
        "label “{other}” ({what}) leaves the drawing area",
    ),
    "label-nearer-other": (
        "label “{other}” lebih dekat garis lain daripada garis {what}",
        "label “{other}” is nearer another line than {what}",
    ),
    # the flow
    "edge-missing": ("alur {what} tidak tergambar", "edge {what} is not drawn"),
    "edge-unwanted": ("alur {what} tergambar tetapi tidak diminta", "edge {what} is drawn unasked"),
    "edges-misnamed": (
        "garis {what} membawa alur lain daripada catatannya",
        "line {what} carries other edges than recorded",
    ),
    # symbols
    "id-repeated": ("nama {what} dipakai dua kali", "id {what} is used twice"),
    "symbol-unwanted": ("simbol {what} tidak termasuk kegiatan apa pun", "symbol {what} belongs to no step"),
    "step-symbols": ("simbol kegiatan {what} kurang atau lebih", "step {what} has not exactly its symbols"),
    "symbol-kind": ("simbol kegiatan {what} salah jenis", "a symbol of step {what} is of the wrong kind"),
    "extra-capsules": (
        "kapsul tambahan kegiatan {what} kurang atau lebih",
        "step {what} has not exactly its extra capsules",
    ),
    "group-link": (
        "kotak kegiatan bersama {what} tidak tersambung sebagaimana mestinya",
        "the boxes of joint step {what} are not linked as they should be",
    ),
    "entry-beside-lead": (
        "garis masuk kegiatan bersama {what} tidak ke simbol utamanya",
        "a line enters joint step {what} elsewhere than at its lead",
    ),
    "symbol-size": ("ukuran simbol {what} berbeda", "symbol {what} is of another size"),
    "symbol-without-lane": ("simbol {what} tanpa kolom pelaksana", "symbol {what} has no lane"),
    "symbol-off-centre": ("simbol {what} tidak di tengah kolomnya", "symbol {what} is not centred in its lane"),
    "symbol-outside-row": ("simbol {what} keluar dari barisnya", "symbol {what} leaves its row"),
    "symbol-outside-area": ("simbol {what} keluar dari bidang gambar", "symbol {what} leaves the drawing area"),
    "symbols-overlap": ("simbol {what} bersentuhan dengan simbol lain", "symbol {what} meets another symbol"),
    "rule-through-symbol": ("garis tabel menembus simbol {what}", "a table rule goes through symbol {what}"),
    "symbol-on-text": ("simbol {what} menimpa teks “{other}”", "symbol {what} covers the text “{other}”"),
    # off-page connectors
    "connector-unpaired": ("konektor {what} tidak berpasangan", "connector {what} has not exactly one twin"),
    "connector-outside-strip": ("konektor {what} di luar lajur konektor", "connector {what} is outside its strip"),
    "connector-passage": (
        "garis masuk atau keluar konektor {what} dengan cara yang salah",
        "a line enters or leaves connector {what} the wrong way",
    ),
    "connector-repeated": (
        "konektor {what} mengulang tujuan yang sudah punya konektor di halaman itu",
        "connector {what} repeats a target that has a connector on that page",
    ),
    "connector-number": (
        "konektor {what} salah bernomor",
        "connector {what} is numbered where it should not be, or not alike",
    ),
    "connector-number-outside": ("nomor {what} keluar dari konektornya", "number {what} leaves its connector"),
    "connector-order": ("nomor konektor {what} tidak urut", "connector number {what} is out of order"),
    # the page
    "page-number": ("halaman bernomor {what}, seharusnya {other}", "page numbered {what} should be {other}"),
    "text-outside-cell": ("teks “{what}” keluar dari selnya", "the text “{what}” leaves its cell"),
    "texts-overlap": ("teks “{what}” menimpa “{other}”", "the text “{what}” covers “{other}”"),
    "grid-lanes": ("kolom pelaksana tidak sesuai dengan tabel", "lanes do not follow the table"),
    "grid-groups": (
        "kepala kelompok tidak berada di atas kolom pelaksananya",
        "a common head does not stand above its executors' lanes",
    ),
    "grid-rows": ("baris kegiatan tidak sesuai dengan tabel", "rows do not follow the table"),
    "grid-area": (
        "bidang gambar tidak sesuai dengan kolom dan baris",
        "the drawing area does not follow lanes and rows",
    ),
    "step-rows": ("urutan baris kegiatan salah: {what}", "the steps' rows are not in order: {what}"),
    "band-entered": ("pita tanda tangan tidak bebas", "the band for the signature is not free"),
}

RULES: dict[str, Message] = {name: Message(*texts) for name, texts in _TEXTS.items()}

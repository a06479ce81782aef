"""The drawing rules: what each looks at in drawings that somebody made or edited, why, and what to do about it."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.noted import Note, annex, slide

_DRAWN: Final = Message(
    "Diperiksa pada buku kerja dan PDF yang digambar atau disunting orang; gambar buatan sopgen tidak melanggarnya.",
    "Looked for in workbooks and PDFs that somebody drew or edited; sopgen's own drawings keep to it.",
)
_EDITED: Final = Message(
    "Diperiksa pada buku kerja buatan sopgen yang disunting, dengan spesifikasi yang dibawanya; bila program lain "
    "membuang spesifikasi itu, tidak ada yang dapat dibandingkan.",
    "Looked for in workbooks of sopgen that were edited, by the spec they carry; where another program dropped it, "
    "there is nothing to compare with.",
)
_OWN_FORMAT: Final = Message(
    "Aturan sopgen sendiri, bukan pasal peraturan: yang tercetak sama dengan spesifikasinya",
    "sopgen's own rule, no clause of a regulation: what is printed is what the spec says",
)


def _drawing(title: Message, source: Message, told: Message, looked_for: Message = _DRAWN) -> Note:
    """`told`: what is looked at, why, and what to do about it."""
    note = Message(*(f"{said} {where}" for said, where in zip(told, looked_for, strict=True)))
    return Note("drawing", title, source, note)


DRAWING_NOTES: Final = {
    "FMT-02": _drawing(
        Message("Tidak memakai simbol selain lima simbol baku", "Only the five symbols"),
        slide("41-42"),
        Message(
            "Alur memakai lima simbol: kapsul, kotak, belah ketupat, segi lima, dan panah; setiap bentuk "
            "lain ditemukan, juga oval dan persegi bersudut bulat di tempat kapsul atau kotak. Pembaca "
            "mengenali jenis kegiatan dari bentuknya. Perbaikan: ganti bentuknya (klik kanan, Change "
            "Shape), atau hapus yang bukan bagian alur.",
            "A flow has five symbols: capsule, box, diamond, pentagon and arrow; any other shape is "
            "found, ovals and boxes with round corners where a capsule or a box belongs too. Readers know "
            "by the shape what kind a step is. Remedy: change its shape (right click, Change Shape), or "
            "delete what is no part of the flow.",
        ),
    ),
    "FMT-05": _drawing(
        Message(
            "Alur digambar tegak, tanpa penghubung di dalam satu halaman",
            "The flow runs downward, with no connector inside a page",
        ),
        annex("bagian simbol", "on symbols"),
        Message(
            "Lingkaran penghubung memutus alur di tengah halaman. Perbaikan: hapus lingkarannya dan tarik "
            "panah langsung ke simbol tujuan; hanya pergantian halaman memakai segi lima.",
            "A connector circle cuts the flow amid a page. Remedy: delete it and draw the arrow to its "
            "target; only page changes have pentagons.",
        ),
    ),
    "TBL-01": _drawing(
        Message(
            "Tabel alur berkolom No, Kegiatan, Pelaksana, Mutu Baku, Keterangan",
            "The flow table has the columns No, Kegiatan, Pelaksana, Mutu Baku, Keterangan",
        ),
        slide("51"),
        Message(
            "Kepala tabel memuat kolom-kolom itu berurutan dari kiri; nama lain yang lazim (“Aktivitas”, "
            "“Persyaratan”, “Ket.”) diterima. Perbaikan: tulis judul kolom yang hilang, atau kembalikan "
            "urutannya.",
            "The table's head has these columns from left to right; other usual names (“Aktivitas”, "
            "“Persyaratan”, “Ket.”) will do. Remedy: write the heading that is missing, or put the "
            "columns back in order.",
        ),
    ),
    "TBL-02": _drawing(
        Message(
            "Nomor kegiatan berurutan mulai 1 tanpa loncatan atau ganda",
            "Steps are numbered from 1 without gaps or repeats",
        ),
        slide("51"),
        Message(
            "Langkah dirujuk dengan nomornya. Yang disebut hanya nomor pertama yang tidak cocok; yang di "
            "bawahnya menyusul. Perbaikan: nomori ulang dari atas.",
            "Steps are referred to by number. Only the first number that does not fit is told; those "
            "below follow. Remedy: number them anew from the top.",
        ),
    ),
    "TBL-03": _drawing(
        Message("Tiap pelaksana satu kolom", "One column for each executor"),
        slide("51"),
        Message(
            "Nama pelaksana tidak berulang di kepala tabel dan tidak ada kolom tanpa nama. Perbaikan: "
            "satukan kolom yang bernama sama, atau tulis namanya.",
            "No executor's name stands twice in the head, and no column lacks one. Remedy: make one "
            "column of those with one name, or write the name.",
        ),
    ),
    "TBL-04": _drawing(
        Message("Kepala tabel diulang pada halaman lanjutan", "The table's head is repeated on each following page"),
        Message("Telaah 348 SOP BPS Provinsi Bengkulu 2022-2025", "A study of 348 SOPs of BPS Bengkulu 2022-2025"),
        Message(
            "Tanpa kepala tabel pembaca halaman lanjutan tidak tahu kolom siapa yang dilihatnya. "
            "Perbaikan di buku kerja: Page Layout, Print Titles, Rows to repeat at top.",
            "Without the head nobody knows whose column is whose on a following page. Remedy in a "
            "workbook: Page Layout, Print Titles, Rows to repeat at top.",
        ),
    ),
    "TBL-05": _drawing(
        Message(
            "Isi yang tercetak sama dengan spesifikasi di dalam berkas", "A file prints what the spec inside it says"
        ),
        _OWN_FORMAT,
        Message(
            "Judul, kepala, kotak, nama pelaksana, dan isi setiap langkah dibandingkan; juga langkah yang "
            "disisipkan, dihapus, dipindah, atau dikosongkan, apa yang menutupi isinya, apa yang tidak ikut "
            "tercetak, dan sel berisi rumus. Yang tercetak lain daripada spesifikasinya selalu wajib, di kolom "
            "mana pun, juga Keterangan; baris kosong, catatan sel, cara mencetak, sel yang digabung tanpa ada "
            "isi yang hilang, dan isi sama yang ditulis lain anjuran. Perbaikan: periksa mana yang sah, lalu "
            "samakan keduanya.",
            "Title, header, boxes, executors' names and each step's cells are compared; so are steps put "
            "in, taken out, moved or emptied, what covers them, what is not printed, and cells with formulas. "
            "What is printed otherwise than the spec has it is always mandatory, in any column, Keterangan too; "
            "empty rows, comments on cells, page layout, cells merged without loss and the same in another "
            "spelling are advice. Remedy: "
            "find out which is valid, and make both the same.",
        ),
        _EDITED,
    ),
    "AKT-07": _drawing(
        Message(
            "Simbol berada di kolom pelaksana menurut spesifikasi yang dibawa buku kerja",
            "Symbols stand in the lanes of the spec inside the workbook",
        ),
        _OWN_FORMAT,
        Message(
            "Kolom tempat simbol berdiri mengatakan siapa yang mengerjakan langkah itu; simbol yang "
            "digeser ke kolom lain mengganti pelaksananya, karena itu temuannya selalu wajib, apa pun bobotnya "
            "di atas. Perbaikan: kembalikan simbolnya, atau ubah pelaksananya di spesifikasi.",
            "The column in which a symbol stands says who does the step; one moved to another column "
            "changes the executor, so that its finding is always mandatory, whatever weight stands above. Remedy: "
            "move it back, or change the executor in the spec.",
        ),
        _EDITED,
    ),
    "SIM-01": _drawing(
        Message("Kegiatan pertama dan terakhir bersimbol kapsul", "First and last step are capsules"),
        slide("43-44"),
        Message(
            "Kapsul menandai tempat alur dimulai dan selesai; langkah di antaranya kotak atau belah "
            "ketupat. Perbaikan: ganti bentuknya.",
            "Capsules mark where the flow begins and ends; steps between are boxes or diamonds. Remedy: "
            "change its shape.",
        ),
    ),
    "SIM-02": _drawing(
        Message("Kapsul mulai berada di kolom paling kiri", "The start capsule stands leftmost"),
        slide("44"),
        Message(
            "Alur dibaca dari kiri atas. Perbaikan: pindahkan kolom pelaksana langkah pertama ke paling kiri.",
            "A flow is read from the upper left. Remedy: put the column of step 1's executor leftmost.",
        ),
    ),
    "SIM-03": _drawing(
        Message("Panah dari kapsul mulai turun lebih dulu", "The arrow leaves the start capsule downward"),
        slide("44"),
        Message(
            "Panah keluar dari tengah sisi bawah kapsul, bukan dari samping. Perbaikan: tarik panahnya dari sana.",
            "The arrow leaves by the middle of the capsule's lower side, by no other. Remedy: draw it from there.",
        ),
    ),
    "SIM-04": _drawing(
        Message("Panah ke kapsul akhir masuk dari atas", "Arrows enter the end capsule from above"),
        slide("44"),
        Message(
            "Ujung panah berada di tengah sisi atas kapsul. Perbaikan: pindahkan ujungnya ke sana.",
            "The arrow ends at the middle of the capsule's upper side. Remedy: move its end there.",
        ),
    ),
    "SIM-05": _drawing(
        Message("Belah ketupat mempunyai dua cabang berlabel", "A diamond has two labelled branches"),
        slide("43, 46"),
        Message(
            "Belah ketupat tanpa dua panah keluar yang berlabel berbeda tidak mengatakan apa yang "
            "dipilih. Perbaikan: tarik panah untuk setiap pilihan dan beri label, misalnya Ya dan Tidak; "
            "bila bukan keputusan, ganti bentuknya.",
            "A diamond without two arrows out that have labels of their own does not say what is chosen. "
            "Remedy: draw an arrow for each choice and label it, such as Ya and Tidak; where nothing is "
            "decided, change its shape.",
        ),
    ),
    "SIM-06": _drawing(
        Message("Segi lima hanya untuk pindah halaman", "The pentagon is for page changes only"),
        slide("43, 48"),
        Message(
            "Segi lima berdiri di kaki halaman yang ditinggalkan dan di kepala halaman berikutnya. "
            "Perbaikan: hapus yang berada di tengah halaman, atau pulihkan pergantian halamannya.",
            "Pentagons stand at the foot of the page that is left and at the head of the next. Remedy: "
            "delete one that stands amid a page, or put the page break back.",
        ),
    ),
    "SIM-07": _drawing(
        Message("Satu baris satu simbol untuk tiap pelaksananya", "A row holds one symbol for each executor"),
        slide("45-46"),
        Message(
            "Satu langkah satu simbol; kegiatan bersama satu simbol di setiap kolom pelaksananya, "
            "dihubungkan garis. Perbaikan: hapus yang lebih, atau pecah barisnya.",
            "One step, one symbol; a joint activity one in each executor's column, joined by a line. "
            "Remedy: delete what is too many, or split the row.",
        ),
    ),
    "SIM-08": _drawing(
        Message("Simbol tidak berisi teks, kecuali nomor segi lima", "Symbols carry no text but a pentagon's number"),
        slide("41, 48"),
        Message(
            "Apa yang dikerjakan ditulis di kolom Kegiatan. Perbaikan: hapus teksnya, juga “Mulai” dan “Selesai”.",
            "What is done stands in the column Kegiatan. Remedy: delete the text, “Mulai” and “Selesai” too.",
        ),
    ),
    "PNH-01": _drawing(
        Message(
            "Panah inti masuk di tengah sisi atas simbol tujuan", "A main arrow enters at the top centre of its target"
        ),
        slide("47"),
        Message(
            "Panah inti ialah panah ke langkah yang lebih bawah. Sampai 15 % lebar simbol dari tengahnya dianggap "
            "tengah; sampai 25 % anjuran. Perbaikan: pindahkan ujungnya ke tengah sisi atas.",
            "A main arrow leads to a step further down. Up to 15 % of the symbol's width off its middle counts as the "
            "middle; up to 25 % is advice. Remedy: move its end to the middle of the upper side.",
        ),
    ),
    "PNH-02": _drawing(
        Message("Panah balik masuk dari bawah, kanan, atau kiri", "A return arrow enters from below, right or left"),
        slide("47"),
        Message(
            "Panah balik ialah panah ke langkah yang lebih atas; sisi atas milik panah inti. Perbaikan: "
            "pindahkan ujungnya ke sisi lain.",
            "A return arrow leads to a step further up; the upper side belongs to main arrows. Remedy: "
            "move its end to another side.",
        ),
    ),
    "PNH-03": _drawing(
        Message(
            "Panah tidak bersilangan; bila terpaksa diberi tanda Ω",
            "Arrows do not cross; a forced crossing carries an Ω",
        ),
        slide("47"),
        Message(
            "Ω ialah lompatan setengah lingkaran pada salah satu garis, tepat di atas silangnya; tanpa "
            "itu pembaca dapat salah belok. Perbaikan: alihkan salah satu panah; bila tidak mungkin, "
            "gambar lompatan itu.",
            "An Ω is a half circle in one of the lines, right over the crossing; without it a reader may "
            "take the wrong turn. Remedy: lead one arrow elsewhere; where that cannot be done, draw the "
            "half circle.",
        ),
    ),
    "PNH-04": _drawing(
        Message("Semua simbol terhubung dari mulai sampai akhir", "All symbols are connected from start to end"),
        slide("44, 47"),
        Message(
            "Setiap langkah bersimbol; setiap panah menempel di kedua ujungnya dan berkepala; ke setiap "
            "langkah ada panah masuk, dan dari setiap langkah yang bukan akhir ada panah keluar. Ujung "
            "yang berjarak sampai 12 pt dianggap menempel dan hanya dicatat. Perbaikan: tarik atau "
            "tempelkan panahnya.",
            "Each step has a symbol; each arrow is attached at both ends and has a head; an arrow leads "
            "to each step, and one from each that is no end. An end up to 12 pt away is taken as attached "
            "and only noted. Remedy: draw or attach the arrow.",
        ),
    ),
    "PNH-06": _drawing(
        Message("Panah sama dengan alur di dalam spesifikasinya", "The arrows are those of the spec's flow"),
        _OWN_FORMAT,
        Message(
            "Ditemukan panah yang hilang, ditambahkan, terbalik, atau menuju langkah lain, dan label "
            "cabang yang hilang, berubah, atau tertukar. Perbaikan: pulihkan panah atau labelnya; "
            "bila yang tercetak yang benar, betulkan spesifikasinya dan buat dokumennya lagi.",
            "Found are arrows that are gone, added, reversed or lead to another step, and labels of "
            "branches that are gone, changed or swapped. Remedy: put the arrow or label back, or change "
            "the spec.",
        ),
        _EDITED,
    ),
    "PNH-07": _drawing(
        Message("Panah tidak menembus simbol", "No arrow runs through a symbol"),
        slide("47"),
        Message(
            "Panah yang menembus simbol tampak seperti masuk ke sana. Perbaikan: lewatkan di sampingnya.",
            "An arrow through a symbol looks as if it led there. Remedy: lead it past the symbol.",
        ),
    ),
    "PNH-08": _drawing(
        Message("Satu panah untuk satu hubungan", "One arrow for one way"),
        slide("45, 47"),
        Message(
            "Dua panah di antara dua simbol yang sama, atau dua yang berimpit. Perbaikan: hapus salah satunya.",
            "Two arrows between the same two symbols, or two upon each other. Remedy: delete one.",
        ),
    ),
    "OPC-01": _drawing(
        Message(
            "Satu panah terputus halaman: segi lima tanpa nomor", "One arrow cut by a page: pentagons without number"
        ),
        slide("48"),
        Message(
            "Alasan: nomor memasangkan beberapa segi lima; yang hanya sepasang tidak perlu dipasangkan. Salah: di "
            "seluruh SOP hanya ada satu panah terputus halaman, dan kedua segi limanya bernomor 1. Benar: kedua segi "
            "lima itu kosong. Pada gambar tangan, beberapa pasang yang bernomor 1, 2, … di halaman berlainan tidak "
            "disalahkan: slide 48 tidak menyebut apakah “lebih dari satu” dihitung per pergantian halaman.",
            "Why: numbers pair several pentagons; a single pair needs none. Wrong: in the whole SOP one arrow alone is "
            "cut by a page, and both its pentagons bear 1. Right: both are blank. In drawings by hand several pairs "
            "numbered 1, 2, … on other pages are no fault: slide 48 does not say whether “more than one” is counted "
            "by page break.",
        ),
    ),
    "OPC-02": _drawing(
        Message(
            "Lebih dari satu panah: segi lima bernomor dan berpasangan", "Several arrows: pentagons numbered in pairs"
        ),
        slide("48"),
        Message(
            "Nomor yang sama di kedua halaman memasangkan segi lima; setiap nomor tepat dua kali. "
            "Perbaikan: beri nomor pasangannya.",
            "One number on both pages pairs the pentagons; each number stands exactly twice. Remedy: number the pairs.",
        ),
    ),
    "OPC-03": _drawing(
        Message(
            "Panah masuk ke segi lima di halaman asal dan keluar di halaman lanjut",
            "An arrow enters the pentagon on its page and leaves the one on the next",
        ),
        slide("48"),
        Message(
            "Bila arahnya tidak bersambung, alur terputus di sana. Perbaikan: periksa arah panah di kedua halaman.",
            "Where the directions do not go on, the flow is cut there. Remedy: look at the arrows on both pages.",
        ),
    ),
    "OPC-04": _drawing(
        Message(
            "Panah yang terputus halaman melalui segi lima",
            "An arrow that goes on on another page goes through pentagons",
        ),
        slide("43, 48"),
        Message(
            "Panah yang melewati pergantian halaman hilang di kertas. Perbaikan: pindahkan pergantian "
            "halamannya, atau putus panahnya dengan sepasang segi lima.",
            "An arrow across a page break is lost on paper. Remedy: move the break, or cut the arrow with "
            "a pair of pentagons.",
        ),
    ),
}

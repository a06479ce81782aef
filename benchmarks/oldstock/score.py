"""Compares a spec that was imported with what the document says.

head    fields of the head that the truth has; equal but for case and white space
box     the six boxes: text similarity >= 0.95, numbering marks and case aside; a box the truth leaves empty must be empty
lane    lanes, by printed name and place
step    steps of the truth found, text similarity >= 0.95, in order; "extra": steps too many
exec    executors as a set, for each step
edges   (right, read, true) pairs (source, target); the end counts as a target, but the end after the last step is no edge
label   labels of branches, on edges that are right
cell    kelengkapan, waktu, output, keterangan; not part of "full"; a waktu that covers two rows counts on either
full    all of these but the cells; with a chart that is a picture without exec, edges and labels
"""

import difflib
import re

BOXES = ["dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan"]


def norm(t):
    return re.sub(r"\s+", " ", str(t or "")).strip().casefold()


def flat(v):
    """text, list or {teks, butir} as one text without numbering marks."""
    if isinstance(v, dict):
        v = (
            [v.get("teks", ""), *list(v.get("butir") or [])]
            if "teks" in v or "butir" in v
            else [f"{a}: {b}" for a, b in v.items()]
        )
    items = v if isinstance(v, list) else str(v or "").split("\n")
    return norm(
        " ".join(
            re.sub(r"^\s*(?:\d{1,2}[.)]|[a-z][.)]|[-•–*])\s+", "", flat(x) if isinstance(x, dict) else str(x))
            for x in items
        )
    )


def like(a, b):
    a, b = (flat(x) for x in (a, b))
    if a == b:
        return 1.0
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() if a and b else 0.0


def head(d):
    t, p = (d.get(k) if isinstance(d.get(k), dict) else {} for k in ("tanggal", "pengesahan"))

    def join(v):
        return " ".join(str(x) for x in v) if isinstance(v, list) else v

    h = {
        "nomor": d.get("nomor"),
        "judul": d.get("judul"),
        "instansi": join(d.get("instansi")),
        "unit": join(d.get("unit")),
        **{k: t.get(k) for k in ("pembuatan", "revisi", "efektif")},
        **{k: join(p.get(k)) for k in ("jabatan", "nama", "pangkat")},
    }
    ni = p.get("nomor_induk")
    if isinstance(ni, dict):
        h |= {k.upper(): re.sub(r"\s", "", str(v)) for k, v in ni.items()}
    return {k: norm(v) for k, v in h.items() if norm(v) not in ("", "-")}


def lanes(d):
    p = d.get("pelaksana")
    return [(k, norm(v.get("nama") if isinstance(v, dict) else v)) for k, v in p.items()] if isinstance(p, dict) else []


def steps(d):
    """[(text, executor keys, [(target, label)], cells)]; targets 0-based, None = the end."""
    ks = [k if isinstance(k, dict) else {} for k in d.get("kegiatan") or []]
    ids = {str(k["id"]): i for i, k in enumerate(ks) if "id" in k}

    def goal(t):
        t = t.get("ke") if isinstance(t, dict) else t
        t = str(t).strip()
        return None if t == "selesai" else ids[t] if t in ids else int(t) - 1 if t.isdigit() else -9

    out = []
    for i, k in enumerate(ks):
        if isinstance(k.get("keputusan"), dict):
            e = [(goal(t), norm(lab)) for lab, t in k["keputusan"].items()]
        elif k.get("lanjut"):
            goals = k["lanjut"]
            e = [(goal(t), "") for t in (goals if isinstance(goals, list) else [goals])]
        else:
            e = [(i + 1, "")] if i + 1 < len(ks) else []
        if i + 1 == len(ks) and not isinstance(k.get("keputusan"), dict):
            e = [x for x in e if x[0] is not None]
        w = k.get("pelaksana")
        out.append(
            (
                k.get("uraian"),
                w if isinstance(w, list) else [w] if w else [],
                e,
                {c: flat(k.get(c)) for c in ("kelengkapan", "waktu", "output", "keterangan")},
            )
        )
    return out


def align(a, b):
    """Monotone matching of two lists of texts: {index in b: index in a}."""
    sim = [[like(x, y) for y in b] for x in a]
    n, m = len(a), len(b)
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + sim[i][j] if sim[i][j] >= 0.5 else 0)
    res, i, j = {}, 0, 0
    while i < n and j < m:
        if sim[i][j] >= 0.5 and abs(best[i][j] - best[i + 1][j + 1] - sim[i][j]) < 1e-9:
            res[j] = i
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return res, sim


def score(t, s, raster):
    r, diff = {}, []
    th, sh = head(t), head(s)
    r["head"] = (sum(sh.get(k) == v for k, v in th.items()), len(th))
    diff += [f"head {k}: {sh.get(k)!r}, is {v!r}" for k, v in th.items() if sh.get(k) != v]
    ok = [like(t.get(b), s.get(b)) >= 0.95 for b in BOXES]
    r["box"] = (sum(ok), 6)
    diff += [f"box {b}: {flat(s.get(b))[:60]!r}" for b, o in zip(BOXES, ok, strict=False) if not o]
    tl, sl = lanes(t), lanes(s)
    r["lane"] = (sum(i < len(sl) and sl[i][1] == x for i, (_, x) in enumerate(tl)), max(len(tl), len(sl)))
    if r["lane"][0] < r["lane"][1]:
        diff.append(f"lanes: {[x for _, x in sl]}, are {[x for _, x in tl]}")
    ts, ss = steps(t), steps(s)
    m, sim = align([x[0] for x in ts], [x[0] for x in ss])
    back = {i: j for j, i in m.items()}
    r["step"] = (sum(sim[i][j] >= 0.95 for j, i in m.items()), len(ts))
    r["extra"] = len(ss) - len(m)
    diff += [
        f"step {i + 1}: {str(ss[back[i]][0])[:70] if i in back else None!r}"
        for i in range(len(ts))
        if i not in back or sim[i][back[i]] < 0.95
    ]
    tn, place = [x for _, x in tl], {}
    for q, (k, x) in enumerate(sl):
        place[k] = tn.index(x) if tn.count(x) == 1 else q
    tp = {k: q for q, (k, _) in enumerate(tl)}
    if not raster:
        hit = 0
        for i, x in enumerate(ts):
            a, b = {tp.get(k) for k in x[1]}, {place.get(k, k) for k in ss[back[i]][1]} if i in back else None
            hit += a == b
            if a != b:
                diff.append(f"executors of step {i + 1}: {b}, are {a}")
        r["exec"] = (hit, len(ts))
        te = {(i, g): lab for i, x in enumerate(ts) for g, lab in x[2]}
        se = {}
        for j, x in enumerate(ss):
            for g, lab in x[2]:
                se[(m.get(j, f"+{j}"), g if g is None else m.get(g, f"+{g}"))] = lab
        good = te.keys() & se.keys()
        r["edges"] = (len(good), len(se), len(te))

        def show(e):
            return "->".join("end" if q is None else str(q + 1) if isinstance(q, int) else str(q) for q in e)

        diff += [f"edge missing {show(e)}" for e in te if e not in se] + [
            f"edge wrong {show(e)}" for e in se if e not in te
        ]
        lab = [e for e in te if te[e]]
        r["label"] = (sum(e in se and se[e] == te[e] for e in lab), len(lab))
        diff += [f"label {show(e)}: {se[e]!r}, is {te[e]!r}" for e in lab if e in se and se[e] != te[e]]
    c = n = 0
    for i, x in enumerate(ts):
        for k, v in x[3].items():
            got = ss[back[i]][3][k] if i in back else None
            n += 1
            c += got is not None and (
                got == v or like(got, v) >= 0.95 or (k == "waktu" and not v and i and got == ts[i - 1][3][k])
            )
    r["cell"] = (c, n)
    r["full"] = (
        all(r[k][0] == r[k][1] for k in ("head", "box", "lane", "step", "exec", "label") if k in r)
        and not r["extra"]
        and (raster or r["edges"][0] == r["edges"][1] == r["edges"][2])
    )
    return r, diff

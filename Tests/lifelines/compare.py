"""Compares Thuis' curves of stays with those of the Python package lifelines, to 1e-9 on the same spells.

    compare.py CURVES           makes spells by seed, runs CURVES on them and compares
    compare.py --golden FOLDER  writes spells.csv and curves.csv, which `make test` reads without Python

Set `ties` has whole days with ties, left truncation and censoring, as stays have. AalenJohansenFitter moves tied times
apart at random, so what is compared there is the estimator itself, made from KaplanMeierFitter: at each time what
survival falls by, shared out over the causes as the exits of that time are. Sets `distinct` and `late` have no two times
alike (`late` with left truncation), and are compared with AalenJohansenFitter. lifelines takes those who enter at the
very time of an exit as at risk in Aalen-Johansen and as not at risk in Kaplan-Meier; with distinct times there is no
difference.
"""

import csv
import io
import random
import subprocess
import sys
import warnings

import lifelines
import numpy
from lifelines import AalenJohansenFitter, KaplanMeierFitter

CAUSES = (1, 2, 3)
TOLERANCE = 1e-9


def spells(seed, size):
    """Rows of (set, entry, end, cause); cause 0 is censored."""
    chance = random.Random(seed)
    rows = []
    for _ in range(size):
        entry = chance.choice((0, 0, 0, chance.randrange(30)))
        end = entry + 1 + int(chance.expovariate(1 / 25))
        rows.append(("ties", float(entry), float(end), chance.choice((0, 1, 1, 2, 3))))
    for name in ("distinct", "late"):
        for place in range(size):
            entry = chance.random() * 20 if name == "late" and place % 3 == 0 else 0.0
            end = entry + 0.01 + chance.weibullvariate(30, 0.8)
            rows.append((name, entry, end, chance.choice((0, 1, 1, 2, 3))))
    return rows


def published(rows):
    """What lifelines makes of them: rows of (set, curve, time, value, variance or None)."""
    curves = []
    for name in sorted({row[0] for row in rows}):
        entry, end, cause = (numpy.array([row[i] for row in rows if row[0] == name]) for i in (1, 2, 3))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            fitter = KaplanMeierFitter().fit(end, cause > 0, entry=entry)
        survival = fitter.survival_function_.iloc[:, 0]
        variance = survival**2 * fitter._cumulative_sq_
        for time in survival.index:
            known = variance[time] if survival[time] > 0 else None
            curves.append((name, "survival", time, survival[time], known))
        if name == "ties":
            curves += [(name, *row, None) for row in tied(survival, entry, end, cause)]
            continue
        for wanted in CAUSES:
            fitter = AalenJohansenFitter(calculate_variance=False)
            incidence = fitter.fit(end, cause, wanted, entry=entry).cumulative_density_.iloc[:, 0]
            curves += [(name, f"incidence{wanted}", time, incidence[time], None) for time in incidence.index]
    return curves


def tied(survival, entry, end, cause):
    """Incidences with ties: rows of (curve, time, value), from lifelines' survival and its counts of exits."""

    def exits(happened):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return KaplanMeierFitter().fit(end, happened, entry=entry).event_table["observed"]

    fall = survival.shift(fill_value=1.0) - survival
    every = exits(cause > 0).reindex(survival.index)
    for wanted in CAUSES:
        share = (exits(cause == wanted).reindex(survival.index) / every).fillna(0.0)
        for time, value in (fall * share).cumsum().items():
            yield f"incidence{wanted}", time, value


def write(path, header, rows):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow("" if cell is None else repr(float(cell)) if not isinstance(cell, (str, int)) else cell for cell in row)


def ours(program, rows):
    """Runs the program: for each set and curve the times at which it steps, with value and variance."""
    text = "set,entry,end,cause\n" + "".join(f"{s},{a!r},{b!r},{c}\n" for s, a, b, c in rows)
    done = subprocess.run([program], input=text, capture_output=True, text=True, check=True)
    steps = {}
    for row in csv.DictReader(io.StringIO(done.stdout)):
        steps.setdefault((row["set"], row["curve"]), []).append(
            (float(row["time"]), float(row["value"]), float(row["variance"] or "nan"))
        )
    return steps


def compare(program):
    worst, compared = 0.0, 0
    for seed in range(20):
        rows = spells(seed, 50 + 150 * (seed % 5))
        steps = ours(program, rows)
        for name, curve, time, value, variance in published(rows):
            before = [step for step in steps[name, curve] if step[0] <= time]
            _, own, spread = before[-1] if before else (0, 1.0 if curve == "survival" else 0.0, 0.0)
            worst = max(worst, abs(own - value))
            if variance is not None:
                worst = max(worst, abs(spread - variance))
            compared += 1
    print(f"lifelines {lifelines.__version__}: {compared} values compared, largest difference {worst:.1e}")
    if not worst <= TOLERANCE:
        sys.exit(f"expected no difference above {TOLERANCE}")


if sys.argv[1] == "--golden":
    golden = spells(2014, 90)
    write(sys.argv[2] + "/spells.csv", ("set", "entry", "end", "cause"), golden)
    write(sys.argv[2] + "/curves.csv", ("set", "curve", "time", "value", "variance"), published(golden))
else:
    compare(sys.argv[1])

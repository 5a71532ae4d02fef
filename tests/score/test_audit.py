"""The audit of precision: what a sheet holds, and what a read one says."""

import pytest

from onrecord.score.audit import COLUMNS, report, row, wilson


def test_the_interval_is_wilsons():
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_read_sheet_is_summed_up_by_type_and_corpus(tmp_path):
    sheet = tmp_path / "read.tsv"
    rows = [("wire", "AID", "right"), ("wire", "AID", "wrong"), ("feed", "CONSULT", "right"), ("feed", "AID", "")]
    lines = ["corpus\ttype\tverdict", *("\t".join(cells) for cells in rows)]
    sheet.write_text("\n".join(lines) + "\n", "utf8")
    found = {line.split()[0]: line.split()[1:4] for line in report([sheet])}
    assert found == {
        "all": ["2", "of", "3"], "AID": ["1", "of", "2"], "CONSULT": ["1", "of", "1"], "feed": ["1", "of", "1"],
        "wire": ["1", "of", "2"],
    }  # fmt: skip


@pytest.mark.parametrize("column", COLUMNS)
def test_a_row_has_pointers_and_no_words(column):
    from onrecord import engine

    document, _ = engine.document("The Norwegian minister met the Peruvian president in Oslo on Monday.", id="d")
    (reading,) = engine.read_documents([document])
    cells = row("own", document, reading.events[0])
    assert column in cells
    assert " " not in cells[column]

"""Form fields: named, in the tag tree, and able to hold what is typed in."""

import io

import pikepdf
import pytest

from press.paper.formfields import UnnamedField, add_fields


def _fields(path):
    with pikepdf.open(path) as pdf:
        return {
            str(field.T): (str(field.FT), str(field.TU), int(field.F))
            for field in pdf.Root.AcroForm.Fields
        }


def test_every_item_and_line_is_a_field_with_a_name(printed):
    """A screen reader says the item's text at its box."""
    assert _fields(printed.files["print/sv/tea-list.pdf"]) == {
        "field-room": ("/Tx", "Rum", 4),
        "item-boil": ("/Btn", "Koka vatten. (1 dag före, vägledarna)", 4),
        "item-cups": ("/Btn", "Ställ fram koppar.", 4),
        "item-wash": ("/Btn", "Diska. (2 veckor efter)", 4),
    }


def test_the_contact_box_can_be_filled_in_on_screen(printed):
    """Who reads the leaflet on screen gets the contact details there; paper gets lines to write on."""
    assert _fields(printed.files["print/sv/tea-leaflet.pdf"]) == {"contact-1": ("/Tx", "Enhet", 4)}
    with pikepdf.open(printed.files["print/sv/tea-leaflet-print.pdf"]) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_fields_stand_as_forms_in_the_tag_tree(printed):
    """PDF/UA-1 7.18.4: a widget lies in a Form element."""
    with pikepdf.open(printed.files["print/sv/tea-list.pdf"]) as pdf:
        kinds = [
            str(thing.S)
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem"
        ]
    assert kinds.count("/Form") == 4


def test_a_box_has_a_drawing_for_both_states(printed):
    """A reader program can show it ticked without drawing anything itself."""
    with pikepdf.open(printed.files["print/sv/tea-list.pdf"]) as pdf:
        box = next(field for field in pdf.Root.AcroForm.Fields if str(field.T) == "item-boil")
        assert set(box.AP.N.keys()) == {"/On", "/Off"}
        assert bytes(box.AP.N.On.read_bytes())
        assert box.AS == "/Off"


def test_what_is_filled_in_can_be_read_back(printed):
    """Ticks and letters with å ä ö æ ø survive saving."""
    with pikepdf.open(printed.files["print/sv/tea-list.pdf"]) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        fields["field-room"].V = pikepdf.String("Blå rummet, æøå")
        fields["item-boil"].V = fields["item-boil"].AS = pikepdf.Name.On
        out = io.BytesIO()
        pdf.save(out)
    with pikepdf.open(out) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert str(fields["field-room"].V) == "Blå rummet, æøå"
        assert fields["item-boil"].V == "/On"


def test_the_font_of_text_fields_has_the_nordic_letters(printed):
    """Their widths are known, so that a reader program sets them right."""
    with pikepdf.open(printed.files["print/sv/tea-list.pdf"]) as pdf:
        font = pdf.Root.AcroForm.DR.Font.Atkinson
        assert "/FontFile2" in font.FontDescriptor
        for letter in "åäöæøÅÄÖÆØ":
            assert int(font.Widths[letter.encode("cp1252")[0] - 32]) > 200


def test_a_field_without_a_label_is_refused(small):
    """An unnamed field would be silent to those who listen."""
    from press.paper.typeset import set_pdf

    look = small.look / "print"
    (look / "unnamed.typ").write_text(
        '#set document(title: "x")\n#set text(font: "Atkinson Hyperlegible")\n'
        'Hi #link("field:check:lost", box(width: 4mm, height: 4mm))'
    )
    data = set_pdf(small.root, look / "unnamed.typ", {}, tagged=True)
    with pytest.raises(UnnamedField, match="`lost` has no label"):
        add_fields(data, {})

package org.payqual.command.sheet;

import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the sheets of a workbook for what the reader of their rows would not survive or does not tell: strings that
 * the workbook does not have, formulas over ranges in any number, joined cells.
 */
final class SheetScan {

    private static final int MOST_RANGES = 100;
    private static final Pattern FIRST_ROW = Pattern.compile("\\$?[A-Z]+\\$?1(:.*)?");
    private static final Pattern LAST_COLUMN =
            Pattern.compile("([A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])[0-9]{1,7}");
    private static final XMLInputFactory XML = factory();

    private long rows;
    private long lastString = -1;
    private boolean joinsHeading;
    private int ranges;

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Counts the strings that the sheets share. */
    static long strings(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = XML.createXMLStreamReader(in);
        long count = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                count++;
            }
        }
        return count;
    }

    /** Looks at one sheet. */
    void scan(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = XML.createXMLStreamReader(in);
        long here = 0;
        boolean shared = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> here++;
                case "c" -> {
                    shared = "s".equals(xml.getAttributeValue(null, "t"));
                    place(xml.getAttributeValue(null, "r"));
                }
                case "v" -> {
                    if (shared) {
                        string(xml.getElementText());
                    }
                }
                case "f" -> range(xml.getAttributeValue(null, "t"));
                case "mergeCell" -> joined(xml.getAttributeValue(null, "ref"));
                default -> {
                    // Widths, colours and the like.
                }
            }
        }
        rows = Math.max(rows, here);
    }

    /** Returns the number of rows of the longest sheet. */
    long rows() {
        return rows;
    }

    /** Returns the greatest number of a shared string that a cell names, -1 where none does. */
    long lastString() {
        return lastString;
    }

    /** Tells whether cells of a first row are joined with others. */
    boolean joinsHeading() {
        return joinsHeading;
    }

    private static void place(@Nullable String cell) throws XMLStreamException {
        if (cell != null && !LAST_COLUMN.matcher(cell).matches()) {
            throw new XMLStreamException("a cell outside the sheet");
        }
    }

    private void string(String number) throws XMLStreamException {
        try {
            lastString = Math.max(lastString, number.isEmpty() ? -1 : Integer.parseInt(number));
        } catch (NumberFormatException e) {
            throw new XMLStreamException("no number of a string", e);
        }
    }

    private void range(@Nullable String kind) throws XMLStreamException {
        if ("array".equals(kind)) {
            ranges++;
        }
        if (ranges > MOST_RANGES) {
            throw new XMLStreamException("formulas over very many ranges");
        }
    }

    private void joined(@Nullable String cells) {
        Matcher first = FIRST_ROW.matcher(cells == null ? "" : cells);
        joinsHeading |= first.matches();
    }
}

package org.dosi.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the smallest workbooks that Excel opens, for tests.
final class Workbooks {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private Workbooks() {}

    /// @param sheets name and rows as XML; rows that break off are left without the end of the sheet
    static Path write(Path path, Map<String, String> sheets) throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
            int number = 0;
            for (var sheet : sheets.entrySet()) {
                number++;
                list.append(
                        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheet.getKey(), number, number));
                relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                        .formatted(number, RELATIONS, number));
                String end = sheet.getValue().stripTrailing().endsWith("</row>") ? "</sheetData></worksheet>" : "";
                entry(
                        out,
                        "xl/worksheets/sheet" + number + ".xml",
                        "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheet.getValue() + end);
            }
            entry(
                    out,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.sheet.main+xml\"/></Types>");
            entry(
                    out,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>" + list
                            + "</sheets></workbook>");
            entry(
                    out,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>");
        }
        return path;
    }

    /// One sheet of rows from the top; text that is a number becomes a number.
    static SourceFile write(Path folder, String name, List<List<String>> rows) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            xml.append(row(i + 1, rows.get(i).stream().map(Workbooks::value).toArray()));
        }
        try {
            return new SourceFile(write(folder.resolve(name), Map.of("Sheet 1", xml.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(String text) {
        return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : text;
    }

    /// A row of cells: numbers as numbers, other text as text, blanks left out.
    static String row(int line, Object... cells) {
        StringBuilder xml = new StringBuilder("<row r=\"" + line + "\">");
        for (int i = 0; i < cells.length; i++) {
            String at = XlsxRow.letters(i) + line;
            if (cells[i] instanceof Number) {
                xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(at, cells[i]));
            } else if (!cells[i].toString().isEmpty()) {
                xml.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, cells[i]));
            }
        }
        return xml.append("</row>").toString();
    }

    private static void entry(ZipOutputStream out, String name, String xml) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(xml.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}

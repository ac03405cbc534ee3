package colophon.views.reading.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;

/** Reads an XLSX file with the JDK alone, so that no library hides what is in it. */
public final class XlsxSheet {

    /** A cell as stored: its type, number format and text; "" for a missing one. */
    record Cell(String type, String format, String text) {}

    private final Map<String, String> parts = new HashMap<>();

    private XlsxSheet() {}

    static List<List<Cell>> read(byte[] file) throws Exception {
        var sheet = new XlsxSheet();
        sheet.unzip(file);
        return sheet.rows();
    }

    /** The XML of the worksheet. */
    public static String markup(byte[] file) throws IOException {
        var sheet = new XlsxSheet();
        sheet.unzip(file);
        return sheet.part("xl/worksheets/sheet1.xml");
    }

    /** Uses the directory at the end of the file, as spreadsheets do. */
    private void unzip(byte[] file) throws IOException {
        var path = Files.createTempFile("sheet", ".xlsx");
        Files.write(path, file);
        try (var zip = new ZipFile(path.toFile())) {
            for (var entry : Collections.list(zip.entries()))
                parts.put(
                        entry.getName(),
                        new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
        } finally {
            Files.delete(path);
        }
    }

    private String part(String name) {
        var part = parts.get(name);
        if (part == null) throw new AssertionError("No " + name + " among " + parts.keySet());
        return part;
    }

    private List<List<Cell>> rows() throws Exception {
        var formats = formats();
        var rows = new ArrayList<List<Cell>>();
        for (var row : all(parse(part("xl/worksheets/sheet1.xml")), "row")) {
            var cells = new ArrayList<Cell>();
            for (var cell : all(row, "c")) {
                var column = cell.getAttribute("r").replaceAll("[0-9]", "").charAt(0) - 'A';
                while (cells.size() < column) cells.add(new Cell("", "", ""));
                cells.add(
                        new Cell(
                                cell.getAttribute("t"),
                                formats.getOrDefault(cell.getAttribute("s"), ""),
                                cell.getTextContent()));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** The number format of each style, by the number of the style. */
    private Map<String, String> formats() throws Exception {
        var styles = parse(part("xl/styles.xml"));
        var codes = new HashMap<String, String>();
        for (var format : all(styles, "numFmt"))
            codes.put(format.getAttribute("numFmtId"), format.getAttribute("formatCode"));
        codes.put("2", "0.00");
        var formats = new HashMap<String, String>();
        int number = 0;
        for (var style : all(all(styles, "cellXfs").getFirst(), "xf"))
            formats.put(
                    Integer.toString(number++),
                    codes.getOrDefault(style.getAttribute("numFmtId"), ""));
        return formats;
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static List<Element> all(Element in, String name) {
        var found = in.getElementsByTagName(name);
        var all = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) all.add((Element) found.item(i));
        return all;
    }
}

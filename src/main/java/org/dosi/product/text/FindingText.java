package org.dosi.product.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.ResultTable.Column;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Findings as CSV and JSON.
public final class FindingText {
    private static final DateTimeFormatter WITHOUT_ZONE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .addModule(new SimpleModule().addSerializer(new NumberOrNull()).addSerializer(new NumbersOrNulls()))
            .build();

    private FindingText() {}

    /// The finding's table, with a heading line.
    public static void writeCsv(Finding finding, PrintStream out) {
        ResultTable table = finding.table();
        List<Column> columns = table.columns();
        StringBuilder line = new StringBuilder();
        for (Column column : columns) {
            CsvText.appendField(line.append(line.isEmpty() ? "" : ","), column.name());
        }
        out.append(line).append('\n');
        for (int row = 0; row < table.rows(); row++) {
            line.setLength(0);
            for (int c = 0; c < columns.size(); c++) {
                appendCell(line.append(c == 0 ? "" : ","), columns.get(c), row);
            }
            out.append(line).append('\n');
        }
    }

    private static void appendCell(StringBuilder line, Column column, int row) {
        switch (column) {
            case ResultTable.Numbers numbers -> {
                double value = numbers.values()[row];
                line.append(Double.isFinite(value) ? CsvText.number(CsvText.rounded(value)) : "");
            }
            case ResultTable.Counts counts -> line.append(counts.values()[row]);
            case ResultTable.Texts texts ->
                CsvText.appendField(line, texts.values().get(row));
            case ResultTable.Flags flags -> line.append(flags.values()[row]);
            case ResultTable.Times times -> line.append(time(times.values()[row], times.zone()));
        }
    }

    /// `2022-08-09T08:00:00+09:00`, or without a zone `2022-08-09T08:00:00`; empty for no time.
    public static String time(long epochSeconds, @Nullable ZoneId zone) {
        if (epochSeconds == Long.MIN_VALUE) {
            return "";
        }
        Instant time = Instant.ofEpochSecond(epochSeconds);
        return zone == null ? WITHOUT_ZONE.format(time.atZone(ZoneOffset.UTC)) : WITH_OFFSET.format(time.atZone(zone));
    }

    /// The finding whole: `provenance`, `details`, and `table` with an array for each column.
    public static void writeJson(Finding finding, OutputStream out) throws IOException {
        JSON.writeValue(out, whole(finding));
        out.write('\n');
    }

    /// A map of what [Finding#details] may hold, by itself.
    public static void writeJson(Map<String, Object> map, OutputStream out) throws IOException {
        JSON.writeValue(out, plain(map));
        out.write('\n');
    }

    public static byte[] json(Finding finding) {
        return JSON.writeValueAsBytes(whole(finding));
    }

    private static Map<String, Object> whole(Finding finding) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("provenance", finding.provenance());
        whole.put("details", plain(finding.details()));
        Map<String, Object> table = new LinkedHashMap<>();
        for (Column column : finding.table().columns()) {
            table.put(column.name(), values(column));
        }
        whole.put("table", table);
        return whole;
    }

    private static Object values(Column column) {
        return switch (column) {
            case ResultTable.Numbers numbers -> numbers.values();
            case ResultTable.Counts counts -> counts.values();
            case ResultTable.Texts texts -> texts.values();
            case ResultTable.Flags flags -> flags.values();
            case ResultTable.Times times -> {
                String[] written = new String[times.size()];
                for (int i = 0; i < written.length; i++) {
                    written[i] = time(times.values()[i], times.zone());
                }
                yield written;
            }
        };
    }

    /// Of a map made by `Map.of`, whose order is another one in each run: the same question gives the same bytes.
    private static final Class<?> UNORDERED = Map.of("ko", "", "en", "").getClass();

    /// Names as objects of two languages, times in ISO 8601, everything else as it is.
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Name name -> {
                Map<String, Object> both = new LinkedHashMap<>();
                both.put("ko", name.ko());
                both.put("en", name.en());
                yield both;
            }
            case Instant time -> time.toString();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, each) -> copy.put(String.valueOf(key), plain(each)));
                yield UNORDERED.isInstance(map) ? new TreeMap<>(copy) : copy;
            }
            case List<?> list -> list.stream().map(FindingText::plain).toList();
            case Object other -> other;
        };
    }

    /// NaN is no JSON; a missing number is null.
    private static final class NumberOrNull extends StdSerializer<Double> {
        NumberOrNull() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            write(value, json);
        }
    }

    /// The same for arrays.
    private static final class NumbersOrNulls extends StdSerializer<double[]> {
        NumbersOrNulls() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            for (double value : values) {
                write(value, json);
            }
            json.writeEndArray();
        }
    }

    private static void write(double value, JsonGenerator json) {
        if (Double.isFinite(value)) {
            json.writeNumber(CsvText.rounded(value));
        } else {
            json.writeNull();
        }
    }
}

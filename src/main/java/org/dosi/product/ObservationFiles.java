package org.dosi.product;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.dosi.model.Datastream;
import org.dosi.model.Flag;
import org.dosi.product.text.CsvText;
import org.dosi.store.ObservationStore;
import org.dosi.store.Slice;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Observations as files for people and scripts.
public final class ObservationFiles {
    private static final long ROWS_BETWEEN_CHECKS = 10_000;
    /// The columns of the CSV form: a contract with scripts.
    public static final String CSV_HEADER =
            "feature,property,unit,phenomenon_time_start,phenomenon_time_end,value,quality";

    private ObservationFiles() {}

    /// Comma-separated, times in UTC, by datastream and start.
    ///
    /// @return how many rows
    public static long writeCsv(ObservationStore store, Slice slice, PrintStream out) {
        out.println(CSV_HEADER);
        StringBuilder line = new StringBuilder();
        AtomicLong rows = new AtomicLong();
        store.scan(slice, (stream, start, end, _, value, flags) -> {
            line.setLength(0);
            CsvText.appendField(line, stream.feature()).append(',');
            CsvText.appendField(line, stream.property().id()).append(',');
            CsvText.appendField(line, stream.unit()).append(',');
            line.append(Instant.ofEpochSecond(start))
                    .append(',')
                    .append(Instant.ofEpochSecond(end))
                    .append(',');
            line.append(CsvText.number(value))
                    .append(',')
                    .append(Flag.quality(flags).code())
                    .append('\n');
            out.append(line);
            if (rows.incrementAndGet() % ROWS_BETWEEN_CHECKS == 0 && out.checkError()) {
                throw new UncheckedIOException(new IOException("what was being written can be written no more"));
            }
        });
        return rows.get();
    }

    /// One JSON array of objects with the columns of the CSV form, and `datastream`, `dataset`,
    /// `result_time`, `reasons`.
    ///
    /// @return how many objects
    public static long writeJson(ObservationStore store, Slice slice, PrintStream out) throws IOException {
        // The stream is the caller's: whoever opened it closes it.
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        AtomicLong rows = new AtomicLong();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            store.scan(slice, (stream, start, end, resultMicros, value, flags) -> {
                writeObject(json, stream, start, end, resultMicros, value, flags);
                rows.incrementAndGet();
            });
            json.writeEndArray();
        }
        out.println();
        return rows.get();
    }

    private static void writeObject(
            JsonGenerator json, Datastream stream, long start, long end, long resultMicros, double value, int flags) {
        json.writeStartObject();
        json.writeStringProperty("feature", stream.feature());
        json.writeStringProperty("property", stream.property().id());
        json.writeStringProperty("unit", stream.unit());
        json.writeStringProperty(
                "phenomenon_time_start", Instant.ofEpochSecond(start).toString());
        json.writeStringProperty(
                "phenomenon_time_end", Instant.ofEpochSecond(end).toString());
        json.writeNumberProperty("value", new BigDecimal(CsvText.number(value)));
        json.writeStringProperty("quality", Flag.quality(flags).code());
        json.writeArrayPropertyStart("reasons");
        Flag.listOf(flags).forEach(flag -> json.writeString(flag.code()));
        json.writeEndArray();
        json.writeStringProperty("datastream", stream.id());
        json.writeStringProperty("dataset", stream.dataset());
        json.writeStringProperty(
                "result_time",
                Instant.EPOCH
                        .plus(resultMicros, java.time.temporal.ChronoUnit.MICROS)
                        .toString());
        json.writeEndObject();
    }
}

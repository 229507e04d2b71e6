package org.dosi.store;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dosi.model.TimeWindow;

/// What the store answers by counting its observations.
final class Counts {
    private final Connections connections;
    private final Selection selection;
    private final Supplier<Directory> directory;

    Counts(Connections connections, Selection selection, Supplier<Directory> directory) {
        this.connections = connections;
        this.selection = selection;
        this.directory = directory;
    }

    Summaries summaries(long version) {
        String sql =
                "SELECT stream, min(start_s), max(start_s), max(end_s), count(*), count(*) FILTER (flags <> 0) FROM observation GROUP BY stream";
        List<DatastreamSummary> all = connections.read(connection -> {
            List<DatastreamSummary> list = new ArrayList<>();
            KnownRows.forEach(
                    connection,
                    sql,
                    directory,
                    (stream, chunk, row) -> list.add(new DatastreamSummary(
                            stream,
                            Instant.ofEpochSecond(chunk.vector(1).getLong(row)),
                            Instant.ofEpochSecond(chunk.vector(2).getLong(row)),
                            Instant.ofEpochSecond(chunk.vector(3).getLong(row)),
                            chunk.vector(4).getLong(row),
                            chunk.vector(5).getLong(row))));
            return list;
        });
        all.sort(Comparator.comparing(summary -> summary.datastream().id()));
        return new Summaries(
                version,
                List.copyOf(all),
                all.stream().collect(Collectors.toMap(s -> s.datastream().id(), s -> s)),
                all.stream().collect(Collectors.groupingBy(s -> s.datastream().feature())));
    }

    Map<String, int[]> countGoodByMonth(String dataset, YearMonth first, int months, ZoneId zone) {
        long from = first.atDay(1).atStartOfDay(zone).toEpochSecond();
        long to = first.plusMonths(months).atDay(1).atStartOfDay(zone).toEpochSecond();
        String local = "make_timestamp((o.start_s + " + Times.offsetSql(zone, TimeWindow.ALL) + ") * 1000000)";
        long origin = first.getYear() * 12L + first.getMonthValue();
        String sql = """
                SELECT o.stream, (year(%1$s) * 12 + month(%1$s) - %2$d)::INTEGER AS m, count(*)::INTEGER
                FROM observation o WHERE o.flags = 0 AND o.start_s >= %3$d AND o.start_s < %4$d AND %5$s
                GROUP BY o.stream, m""";
        return selection.restricted(selection.keys(Slice.ALL.ofDataset(dataset)), (connection, streamSql) -> {
            Map<String, int[]> counts = new HashMap<>();
            KnownRows.forEach(
                    connection, sql.formatted(local, origin, from, to, streamSql), directory, (stream, chunk, row) -> {
                        int month = chunk.vector(1).getInt(row);
                        counts.computeIfAbsent(stream.id(), _ -> new int[months])[month] =
                                chunk.vector(2).getInt(row);
                    });
            return counts;
        });
    }

    List<FlagCount> countFlags(String dataset) {
        return selection.restricted(selection.keys(Slice.ALL.ofDataset(dataset)), (connection, streamSql) -> {
            List<FlagCount> counts = new ArrayList<>();
            String sql = "SELECT o.stream, o.flags, count(*) FROM observation o WHERE o.flags <> 0 AND " + streamSql
                    + " GROUP BY o.stream, o.flags ORDER BY o.stream, o.flags";
            KnownRows.forEach(
                    connection,
                    sql,
                    directory,
                    (stream, chunk, row) -> counts.add(new FlagCount(
                            stream.id(),
                            chunk.vector(1).getInt(row),
                            chunk.vector(2).getLong(row))));
            return counts;
        });
    }
}

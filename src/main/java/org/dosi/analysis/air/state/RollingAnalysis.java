package org.dosi.analysis.air.state;

import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.stat.Alignment;
import org.dosi.kernel.stat.RollingMean;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// Rolling means, such as the 8-hour mean of ozone.
public final class RollingAnalysis implements AirAnalysis<RollingAnalysis.Found> {
    private static final int LONGEST = 100_000;

    /// @param values as they came, one column
    /// @param rolling of each row
    public record Found(Provenance provenance, Name place, TimeTable values, double[] rolling) implements Finding {
        @Override
        public ResultTable table() {
            return ResultTable.of(
                    new ResultTable.Times("time", values.startS(), values.zone()),
                    new ResultTable.Numbers("value", rolling));
        }
    }

    @Override
    public String id() {
        return "rolling";
    }

    @Override
    public Name title() {
        return Name.of("이동평균(자료 수집률 반영)", "Rolling means, with data capture");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("width", Kind.COUNT, "8", "창의 길이(자료 간격의 수, 보통 시간)", "steps of the window, usually hours"),
                Parameter.of("capture", Kind.NUMBER, "75", "필요한 자료 수집률(%)", "data capture that a window needs, %"),
                Parameter.choice(
                        "align",
                        Alignment.RIGHT,
                        "시각이 창에서 놓이는 곳: 끝(right), 시작(left), 가운데(centre)",
                        "where the time stands in its window: at the end, the start or the centre"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        int width = settings.count("width", 1, LONGEST);
        double capture = settings.number("capture", 0, 100) / 100;
        Alignment alignment = settings.choice("align", Alignment.class);
        Series series = data.series(AirData.Need.NONE);
        TimeTable table = series.table();
        int[] at = gridded(table);
        double[] grid = new double[at.length == 0 ? 0 : at[at.length - 1] + 1];
        Arrays.fill(grid, Double.NaN);
        double[] values = table.columns().getFirst().values();
        for (int i = 0; i < at.length; i++) {
            grid[at[i]] = values[i];
        }
        double[] means = RollingMean.of(grid, width, capture, alignment);
        double[] rolling = new double[at.length];
        Arrays.setAll(rolling, i -> means[at[i]]);
        return new Found(data.provenance(id(), series.inputs(), settings.used()), series.place(), table, rolling);
    }

    /// The step of each row, counted from the first: rows that are absent are steps without a value.
    private static int[] gridded(TimeTable table) {
        long[] startS = table.startS();
        int[] at = new int[startS.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.toIntExact(Math.round((double) (startS[i] - startS[0]) / table.stepSeconds()));
        }
        return at;
    }
}

package org.dosi.analysis.air.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.air.Pollutants;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.kernel.air.IndexGrade;
import org.dosi.kernel.air.IndexItem;

/// A surface of the index as columns: a row for each hour and cell.
final class IndexSurfaceTable {

    private IndexSurfaceTable() {}

    static ResultTable of(IndexSurfaceAnalysis.Found found) {
        int cells = found.grid().cells();
        int rows = cells * found.frames().size();
        long[] time = new long[rows];
        double[][] number = new double[6 + IndexGrade.ALL.size()][rows];
        List<String> grade = new ArrayList<>(rows);
        List<String> responsible = new ArrayList<>(rows);
        int row = 0;
        for (IndexSurfaceAnalysis.Frame frame : found.frames()) {
            IndexTold told = frame.cells();
            for (int cell = 0; cell < cells; cell++, row++) {
                time[row] = frame.startS();
                number[0][row] = SurfaceAnalysis.rounded(found.grid().lon(cell));
                number[1][row] = SurfaceAnalysis.rounded(found.grid().lat(cell));
                number[2][row] = told.index()[cell];
                number[3][row] = told.lower()[cell];
                number[4][row] = told.upper()[cell];
                number[5][row] = told.standardError()[cell];
                for (int g = 0; g < IndexGrade.ALL.size(); g++) {
                    number[6 + g][row] = told.probability()[g][cell];
                }
                grade.add(told.grade()[cell] < 0 ? "" : word(told.grade()[cell]));
                responsible.add(told.responsible()[cell] < 0 ? "" : item(told.responsible()[cell]));
            }
        }
        List<ResultTable.Column> columns = new ArrayList<>(List.of(new ResultTable.Times("time", time, found.zone())));
        String[] names = {"lon", "lat", "index", "lower", "upper", "standard_error"};
        for (int i = 0; i < names.length; i++) {
            columns.add(new ResultTable.Numbers(names[i], number[i]));
        }
        for (int g = 0; g < IndexGrade.ALL.size(); g++) {
            columns.add(new ResultTable.Numbers("p_" + word(g), number[6 + g]));
        }
        columns.add(new ResultTable.Texts("grade", grade));
        columns.add(new ResultTable.Texts("responsible", responsible));
        return new ResultTable(columns);
    }

    private static String word(int grade) {
        return IndexSurfaceAnalysis.word(IndexGrade.ALL.get(grade));
    }

    private static String item(int item) {
        return Pollutants.id(IndexItem.ALL.get(item));
    }

    static Map<String, Object> details(IndexSurfaceAnalysis.Found found) {
        IndexTried tried = found.basis().tried();
        Map<String, Object> validation = new LinkedHashMap<>();
        validation.put("hours", tried.hours());
        validation.put("left_out", tried.leftOut());
        validation.put("rmse", tried.rmse());
        validation.put("bias", tried.bias());
        validation.put("coverage_of_nominal_90_percent", tried.coverage());
        validation.put("grade_hit", tried.hit());
        validation.put("grade_promised", tried.promised());
        validation.put("ranked_probability_score", tried.rankedProbabilityScore());
        validation.put("network_mean", rival(tried.mean()));
        validation.put("nearest_station", rival(tried.nearest()));
        Map<String, Object> models = new LinkedHashMap<>();
        for (int i = 0; i < found.basis().models().size(); i++) {
            models.put(
                    item(i), IndexSurfaceAnalysis.model(found.basis().models().get(i)));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("leave_one_out", validation);
        details.put("pollutants", models);
        details.put("error_correlation", Arrays.asList(found.basis().correlation()));
        details.put("doubts", found.basis().doubts());
        details.put(
                "stations",
                found.spots().stream().map(spot -> spot(found, spot)).toList());
        return details;
    }

    private static Map<String, Object> rival(IndexTried.Rival rival) {
        return Map.of("rmse", rival.rmse(), "grade_hit", rival.hit());
    }

    /// A station, with what the others say of it in each hour.
    private static Map<String, Object> spot(IndexSurfaceAnalysis.Found found, IndexSurfaceAnalysis.Spot spot) {
        int at = found.spots().indexOf(spot);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("station", spot.station().id());
        map.put("name", spot.station().name());
        map.put("lon", spot.station().lon());
        map.put("lat", spot.station().lat());
        map.put("index", spot.index());
        map.put("grade", words(spot.grade(), false));
        map.put("responsible", words(spot.responsible(), true));
        map.put(
                "index_without_itself",
                found.frames().stream()
                        .mapToDouble(frame -> frame.others().index()[at])
                        .toArray());
        return map;
    }

    private static List<String> words(int[] codes, boolean items) {
        return Arrays.stream(codes)
                .mapToObj(code -> code < 0 ? "" : items ? item(code) : word(code))
                .toList();
    }
}

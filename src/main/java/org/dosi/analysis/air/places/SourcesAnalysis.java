package org.dosi.analysis.air.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.plume.CellGrid;
import org.dosi.kernel.plume.SourceMap;
import org.dosi.kernel.plume.SourceRecovery.Outcome;
import org.dosi.kernel.plume.SourceSettings;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.model.Name;

/// Where a pollutant is emitted, as places on the map, from all stations together; tested with sources of known
/// place and strength before it is believed. The science is in [SourceMap].
public final class SourcesAnalysis implements AirAnalysis<SourcesFound> {
    private static final String CLOUD = "cloud_cover";
    private static final String CEILING = "cloud_base";
    /// The standard for what is resolvable: so many times what is placed near a station (half of the cells within
    /// [#NEAR_STATION_M]).
    private static final double RESOLVABLE_TIMES = 5;

    private static final double NEAR_STATION_M = 3000;
    private static final int LEAST_DAYS = 40;

    /// What a plot shows.
    public enum Drawn {
        MAP,
        RECOVERY
    }

    /// How the regional background of an hour lies over the city.
    public enum Background {
        AUTO,
        LEVEL,
        PLANE
    }

    @Override
    public String id() {
        return "sources";
    }

    @Override
    public Name title() {
        return Name.of("배출원 추정 지도", "Likely source places, from all stations together");
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(
                Parameter.of("cell", Kind.NUMBER, "500", "격자 한 변(m)", "side of a cell, m"),
                Parameter.of("margin", Kind.NUMBER, "4000", "측정소 바깥 여유(m)", "margin around the stations, m"),
                Parameter.of("height", Kind.NUMBER, "0", "배출 높이(m)", "effective height of the sources, m"),
                Parameter.choice(
                        "background",
                        Background.AUTO,
                        "시간별 배경농도의 모양(자동: 측정소 9곳부터 평면)",
                        "background of an hour (auto: a plane from 9 stations on)"),
                Parameter.of(
                        "false-alarms",
                        Kind.NUMBER,
                        "0.1",
                        "배출원이 없을 때 하나라도 잘못 찾을 확률",
                        "probability that a map without any source shows one"),
                Parameter.of("replicates", Kind.COUNT, "60", "날짜 재표집 횟수", "how often the days are resampled"),
                Parameter.of(
                        "strength",
                        Kind.TEXT,
                        "auto",
                        "이 세기의 배출원을 찾고 자리까지 짚을 수 있어야 '알 수 있는' 칸(g/s)",
                        "a cell is resolvable if a source of this strength is found and placed there, g/s"),
                Parameter.choice(
                        "plot",
                        Drawn.MAP,
                        "그림: 지도 또는 시험 결과 곡선",
                        "what a plot shows: the map, or how well injected sources were found"),
                Parameter.of("seed", Kind.COUNT, "1", "난수 씨앗", "of what is drawn by chance"),
                Parameter.of(
                        "state",
                        Kind.FILE,
                        "",
                        "이어서 계산할 상태 파일",
                        "file that keeps the map, so that more hours update it without starting over")));
        parameters.addAll(SourceTrials.parameters());
        return List.copyOf(parameters);
    }

    @Override
    public SourcesFound find(AirData data, Settings settings) {
        double cell = settings.number("cell", 100, 5000);
        Network network = data.network(data.value(), AirData.Need.REQUIRED);
        List<String> read = new ArrayList<>(network.inputs());
        double[] cloud = weather(data, CLOUD, network, read);
        double[] ceiling = weather(data, CEILING, network, read);
        SourceInputs inputs = SourceInputs.of(
                network, cloud, ceiling, cell, settings.number("margin", 0, 50_000), settings.number("height", 0, 500));
        if (inputs.hours().days() < LEAST_DAYS) {
            throw BadSetting.of(
                    "오염원을 우연과 가리려면 적어도 %d일의 자료가 필요한데 %d일뿐입니다"
                            .formatted(LEAST_DAYS, inputs.hours().days()),
                    "expected at least %d days, to tell sources from chance, found %d"
                            .formatted(LEAST_DAYS, inputs.hours().days()));
        }
        SourceSettings how = how(settings, inputs.stations().size());
        WorkedMap worked = WorkedMap.of(data, network, inputs, settings, how);
        double resolvable = resolvable(settings, worked.map(), inputs);
        String tested = SourceMemory.tested(settings);
        List<Outcome> outcomes = worked.outcomes();
        if (!worked.refreshed() && !worked.tested().equals(tested)) {
            outcomes = SourceTrials.of(settings, worked, inputs, resolvable);
            worked.kept()
                    .accept(new SourceMemory.Memory(
                            worked.map(), inputs.hours().hours(), worked.digest(), tested, outcomes));
        }
        return new SourcesFinding(inputs, worked, resolvable)
                .found(
                        data.provenance(id(), read, settings.used()),
                        network.variable(),
                        data.outline(),
                        outcomes,
                        settings.choice("plot", Drawn.class));
    }

    private static SourceSettings how(Settings settings, int stations) {
        SourceSettings usual = SourceSettings.ofNetwork(stations, settings.count("seed", 0, Integer.MAX_VALUE));
        boolean plane = switch (settings.choice("background", Background.class)) {
            case AUTO -> usual.planeBackground();
            case LEVEL -> false;
            case PLANE -> true;
        };
        return new SourceSettings(
                settings.number("false-alarms", 0.001, 0.9),
                usual.turns(),
                settings.count("replicates", 0, 2000),
                usual.directionBiasDeg(),
                usual.scaleError(),
                plane,
                usual.sourceRadiusM(),
                usual.seed());
    }

    /// What the weather station says of the clouds in the network's hours; NaN where nobody says.
    private static double[] weather(AirData data, String property, Network network, List<String> read) {
        double[] values = new double[network.hours()];
        Arrays.fill(values, Double.NaN);
        data.weather(property).ifPresent(weather -> {
            for (int t = 0; t < values.length; t++) {
                int at = Arrays.binarySearch(weather.startS(), network.startS()[t]);
                if (at >= 0) {
                    values[t] = weather.values()[0][at];
                }
            }
            read.addAll(weather.inputs());
        });
        return values;
    }

    private static double resolvable(Settings settings, SourceMap map, SourceInputs inputs) {
        if (!settings.text("strength").equals("auto")) {
            return settings.number("strength", 0, 1e9);
        }
        CellGrid grid = inputs.grid();
        double[] near = new double[grid.cells()];
        for (int cell = 0; cell < near.length; cell++) {
            near[cell] = Double.NaN;
            for (int j = 0; j < inputs.xM().length; j++) {
                double distance = Math.hypot(grid.xM(cell) - inputs.xM()[j], grid.yM(cell) - inputs.yM()[j]);
                if (distance < NEAR_STATION_M) {
                    near[cell] = map.told().placedGPerS()[cell];
                }
            }
        }
        return rounded(RESOLVABLE_TIMES * Quantiles.of(near, 0.5));
    }

    /// Up to the next of 1, 2, 5, 10, 20 and so on.
    private static double rounded(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            return Double.POSITIVE_INFINITY;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 2, 5}) {
            if (value <= step * ten) {
                return step * ten;
            }
        }
        return 10 * ten;
    }
}

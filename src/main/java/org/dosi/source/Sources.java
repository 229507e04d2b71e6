package org.dosi.source;

import java.util.List;
import java.util.Optional;

/// The list of all sources: a new adapter is added here and nowhere else.
public final class Sources {
    private static final List<ObservationSource> ALL = List.of(
            new SeoulAirStations(),
            new SeoulAirStationInfo(),
            new SeoulPm(),
            new SeoulAirMean(),
            new KmaAsos(),
            new KmaApi(),
            new SeoulNoise(),
            CommerceSources.changeOfDong(),
            CommerceSources.changeOfArea(),
            CommerceSources.footfallOfDong(),
            CommerceSources.workersOfDong(),
            CommerceSources.salesOfArea(),
            new SeoulVolume(),
            new TopisLinks(),
            new TopisRoadClasses(),
            new TopisSeongsuLinks(),
            new TopisStandardLinks(),
            new SeongsuSpeedPattern(),
            new LaLoops(),
            new SeoulSubway(),
            new SeoulSubwayStations(),
            BoundarySources.gu(),
            BoundarySources.dong(),
            BoundarySources.sangkwonDong(),
            BoundarySources.sangkwonAreas(),
            new DosiCsv(),
            new DosiParquet());

    private Sources() {}

    public static List<ObservationSource> listAll() {
        return ALL;
    }

    public static Optional<ObservationSource> find(String id) {
        return ALL.stream().filter(source -> source.id().equals(id)).findFirst();
    }
}

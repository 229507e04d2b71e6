package org.dosi.app.command;

import java.time.ZoneId;
import org.dosi.analysis.City;
import org.dosi.model.Name;

/// The cities that Dosi is set up for.
public final class Cities {
    /// Its centre is City Hall; EPSG:5186 is the national grid that its publishers use.
    public static final City SEOUL =
            new City(Name.of("서울", "Seoul"), ZoneId.of("Asia/Seoul"), 126.978, 37.5665, "EPSG:5186");

    private Cities() {}
}

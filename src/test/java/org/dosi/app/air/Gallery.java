package org.dosi.app.air;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.StoreAirData;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Settings;
import org.dosi.app.command.Cities;
import org.dosi.app.command.Session;
import org.dosi.app.command.TimeOption;
import org.dosi.model.TimeWindow;
import org.dosi.product.air.AirOffers;
import org.dosi.product.offer.Offer;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;
import org.dosi.store.ObservationStore;
import picocli.CommandLine;

/// Pictures of analyses as `./dosi air` draws them, in any style from one finding.
final class Gallery {
    private static final String LONDON =
            " --csv demo/air/london-1998-2005/mydata.csv.gz --time date_gmt --wind-speed ws --wind-direction wd";

    /// Every analysis of a single place that draws, on London's hours; some in more than one way.
    static final List<String> OF_LONDON = List.of(
            "average --value nox,o3 --period month",
            "rolling --value pm10 --from 2003-03-01 --to 2003-05-01",
            "statistics --value nox,no2,o3,pm10",
            "variation --value nox",
            "variation --value nox,o3 --statistic median",
            "variation --value nox,o3,so2 --normalise",
            "calendar --value pm10 --year 2003",
            "calendar --value nox --from 2002-11-01 --to 2003-02-01",
            "trend --value nox",
            "trend --value o3 --period year",
            "trend --value nox --method smooth",
            "trend --value nox --method stl",
            "trend-level --value nox",
            "trend-level --value nox --x wind --y season",
            "trend-level --value o3 --x month-of-year --y hour",
            "wind-rose",
            "wind-rose --from 2003-01-01 --to 2003-02-01",
            "pollution-rose --value nox",
            "percentile-rose --value o3",
            "percentile-rose --value nox --smooth on",
            "polar-frequency",
            "polar-frequency --value so2 --statistic mean",
            "polar --value nox",
            "polar --value so2 --statistic cpf --percentile 75,90",
            "polar --value pm10 --statistic robust-slope --with nox --from 2003-01-01 --to 2004-01-01",
            "polar --value pm10 --statistic correlation --with co --from 2003-01-01 --to 2004-01-01",
            "cpf --value so2 --percentile 90",
            "nwr --value nox",
            "annulus --value nox",
            "annulus --value o3 --period season",
            "annulus --value nox --period trend",
            "annulus --value nox --period weekday",
            "normalised-trend --value no2 --from 2001-01-01 --to 2003-01-01 --refits 4",
            "cluster --value so2 --from 2003-01-01 --to 2004-01-01 --clusters 4",
            "normalised-trend --value no2 --from 2001-01-01 --to 2002-01-01 --refits 0",
            "directions --value so2 --from 2003-01-01 --to 2004-01-01",
            "wind-rose --by season",
            "percentile-rose --value o3 --by weekend",
            "polar --value nox --by season --from 2003-01-01 --to 2004-01-01",
            "cpf --value so2 --by season",
            "variation --value nox --by season",
            "trend --value nox --by season");

    /// Every analysis of a network that draws, on Seoul's.
    static final List<String> OF_SEOUL = List.of(
            "index --station 101 --value so2,co,o3,no2,pm10,pm25 --from 2017-05-05 --to 2017-05-12",
            "index --value so2,co,o3,no2,pm10,pm25 --from 2017-05-08T09:00 --to 2017-05-08T15:00",
            "index --station 101 --value so2,co,o3,no2,pm10,pm25",
            "alerts --value pm10,pm25,o3",
            "alerts --value pm10",
            "surface --value pm10 --from 2017-05-08T10:00 --to 2017-05-08T11:00",
            "surface-hours --value pm10 --from 2017-05-08T10:00 --to 2017-05-09 --cell 2000",
            "index-surface --from 2017-05-08T10:00 --to 2017-05-08T11:00 --cell 2000",
            "background --value pm10 --station 101 --from 2017-05-01 --to 2017-06-01",
            "background --value pm10 --station 101",
            "episodes --class real",
            "episodes --from 2017-05-01 --to 2017-06-01 --episode 2017-05-05T23-yellow-dust",
            "episodes --from 2017-01-01 --to 2017-02-01 --episode 2017-01-16T20-regional-haze",
            "directions --from 2017-03-01 --to 2017-05-01 --permutations 199 --resamples 99",
            "sources --value pm10 --from 2017-03-01 --to 2017-04-15 --cell 2000 --replicates 4 --test 1",
            "polar --station 101 --value pm10",
            "wind-rose --station 101 --value pm10",
            "calendar --station 101 --value pm10 --statistic max",
            "variation --station 101 --value pm10,pm25",
            "statistics --station 101 --value pm10,pm25,o3,no2,so2,co");

    /// Back trajectories, which come from a file of their own.
    static final List<String> OF_TRAJECTORIES = List.of(
            "trajectories --value so2 --grid 0.5 --statistic cwt",
            "trajectories --value so2 --grid 0.5 --statistic pscf",
            "trajectories --value so2 --grid 0.5 --statistic frequency");

    static final Path TRAJECTORIES = Path.of("src/test/resources/reference/air/openair/traj_synthetic.csv.gz");

    private Gallery() {}

    /// @param arguments as they stand behind `./dosi air`, without the data
    static Function<Style, Drawing> london(String arguments) {
        return file(arguments + LONDON);
    }

    static Function<Style, Drawing> trajectories(String arguments) {
        return file(arguments + " --csv " + TRAJECTORIES + " --time date");
    }

    private static Function<Style, Drawing> file(String arguments) {
        Asked asked = Asked.of(arguments);
        PrintStream none = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        Session session = new Session(none, none, Path.of("").toAbsolutePath(), false, () -> {
            throw new IllegalStateException("no data folder here");
        });
        return asked.drawn(new FileAirData(session, asked.options, asked::window));
    }

    static Function<Style, Drawing> seoul(String arguments, ObservationStore store) {
        Asked asked = Asked.of(arguments);
        StoreAirData.Choice choice = new StoreAirData.Choice(
                asked.options.values,
                asked.options.station,
                null,
                null,
                null,
                asked.window(Cities.SEOUL.zone()),
                null,
                false);
        return asked.drawn(new StoreAirData(Cities.SEOUL, store, Inventory.of(store), choice, "test"));
    }

    private record Asked(Offer<AirData, ?> offer, AirOptions options, Map<String, String> given) {
        static Asked of(String arguments) {
            String[] words = arguments.split(" ");
            Offer<AirData, ?> offer = AirOffers.find(words[0]).orElseThrow();
            List<String> common = new ArrayList<>();
            Map<String, String> given = new HashMap<>();
            for (int i = 1; i < words.length; i++) {
                String name = words[i].substring(2);
                Parameter parameter = offer.analysis().parameters().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElse(null);
                if (parameter == null) {
                    common.add(words[i]);
                    common.add(words[++i]);
                } else if (parameter.kind() == Parameter.Kind.FLAG) {
                    given.put(name, "true");
                } else {
                    given.put(name, words[++i]);
                }
            }
            AirOptions options = new AirOptions();
            new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(common.toArray(String[]::new));
            return new Asked(offer, options, given);
        }

        TimeWindow window(ZoneId zone) {
            return new TimeWindow(
                    options.from == null ? TimeWindow.ALL.from() : TimeOption.parse("--from", options.from, zone),
                    options.to == null ? TimeWindow.ALL.to() : TimeOption.parse("--to", options.to, zone));
        }

        Function<Style, Drawing> drawn(AirData data) {
            return drawn(offer, data);
        }

        private <F extends Finding> Function<Style, Drawing> drawn(Offer<AirData, F> one, AirData data) {
            F finding = one.analysis().find(data, new Settings(one.analysis().parameters(), given));
            return style -> one.plot().draw(finding, style);
        }
    }
}

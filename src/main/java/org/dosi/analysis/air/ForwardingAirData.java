package org.dosi.analysis.air;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dosi.analysis.finding.Provenance;
import org.dosi.model.Dataset;
import org.dosi.model.Name;
import org.dosi.model.TimeWindow;

/// Other data, of which a subclass answers some questions anew. All of them are forwarded, so that none falls back to
/// what [AirData] says of data that do not know.
public abstract class ForwardingAirData implements AirData {
    private final AirData data;

    protected ForwardingAirData(AirData data) {
        this.data = data;
    }

    /// The same about other data: of another window.
    protected abstract AirData about(AirData other);

    @Override
    public List<String> values() {
        return data.values();
    }

    @Override
    public boolean isNetwork() {
        return data.isNetwork();
    }

    @Override
    public TimeWindow window() {
        return data.window();
    }

    @Override
    public AirData wider(Duration before, Duration after) {
        return about(data.wider(before, after));
    }

    @Override
    public AirData in(TimeWindow window) {
        return about(data.in(window));
    }

    @Override
    public Optional<Name> city() {
        return data.city();
    }

    @Override
    public List<Dataset> datasets(List<String> inputs) {
        return data.datasets(inputs);
    }

    @Override
    public Outline outline() {
        return data.outline();
    }

    @Override
    public Series whole(Series part, List<String> values) {
        return data.whole(part, values);
    }

    @Override
    public Series series(List<String> values, Need wind, List<String> others) {
        return data.series(values, wind, others);
    }

    @Override
    public Network network(String value, Need wind) {
        return data.network(value, wind);
    }

    @Override
    public Optional<Path> cache() {
        return data.cache();
    }

    @Override
    public Optional<int[][]> flags(Network network) {
        return data.flags(network);
    }

    @Override
    public boolean hasOtherStations() {
        return data.hasOtherStations();
    }

    @Override
    public Optional<Network> weather(String property) {
        return data.weather(property);
    }

    @Override
    public Groups groups(String column, List<String> numbers) {
        return data.groups(column, numbers);
    }

    @Override
    public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
        return data.provenance(analysis, inputs, parameters);
    }

    @Override
    public List<String> knownWeather() {
        return data.knownWeather();
    }

    @Override
    public void requireGroupColumn(String by, List<String> groupings) {
        data.requireGroupColumn(by, groupings);
    }
}

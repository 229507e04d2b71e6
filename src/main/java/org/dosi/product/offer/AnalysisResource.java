package org.dosi.product.offer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dosi.analysis.finding.Analysis;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.SelectingAnalysis;
import org.dosi.analysis.finding.Settings;
import org.dosi.product.http.Answers;
import org.dosi.product.http.BadRequest;
import org.dosi.product.http.Busy;
import org.dosi.product.http.Context;
import org.dosi.product.http.Json;
import org.dosi.product.http.NotFound;
import org.dosi.product.http.Query;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.RasterCanvas;
import org.dosi.product.plot.Style;
import org.dosi.product.plot.SvgCanvas;
import org.dosi.product.text.FindingText;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Every analysis of a science over HTTP: `/api/air` lists those of the air with their parameters,
/// `/api/air/{analysis}`
/// answers as JSON, CSV, SVG or PNG.
///
/// @param <D> what its analyses are given of the world
/// @param <C> which of the store's data, as a query says it
public final class AnalysisResource<D, C> {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    /// How an answer is written.
    private static final List<String> WRITTEN = List.of("f", "lang", "theme", "background", "width");

    private static final List<String> FORMS = List.of("json", "csv", "svg", "png");

    /// What is drawn anew so many times; here at most this many times as often as usual. The command line takes more.
    private static final Set<String> REPEATED =
            Set.of("permutations", "resamples", "repeats", "refits", "replicates", "test", "test-replicates");

    private static final int MOST_TIMES_AS_USUAL = 20;

    private static final long WAIT_S = 120;
    private static final double PNG_SCALE = 2;

    private final Context context;
    private final String name;
    private final List<Offer<D, ?>> offers;
    private final Access<D, C> access;
    private final Set<String> heavy;
    private final KeptFindings kept;
    private final Semaphore turn = new Semaphore(1);

    /// @param name of the science in the address, such as `air`
    /// @param heavy ids of what takes seconds or minutes of all processors: one at a time, the others wait
    public AnalysisResource(
            Context context, String name, List<Offer<D, ?>> offers, Access<D, C> access, Set<String> heavy) {
        this.context = context;
        this.name = name;
        this.offers = List.copyOf(offers);
        this.access = access;
        this.heavy = Set.copyOf(heavy);
        this.kept = new KeptFindings(context.store()::version);
    }

    /// How a science comes to its data.
    ///
    /// @param <D> what its analyses are given
    /// @param <C> which data; has an `equals` by value, since findings are kept by it
    public interface Access<D, C> {

        /// The names by which a query chooses data.
        List<String> names();

        C choice(Query query);

        D data(Context context, C choice);
    }

    public void addTo(RouterFunctions.Builder routes) {
        routes.route(Answers.at("/api/" + name), request -> Answers.json(request, listing()));
        routes.route(Answers.at("/api/" + name + "/{analysis}"), this::answer);
    }

    private List<Map<String, Object>> listing() {
        return offers.stream()
                .map(offer -> Json.object(
                        "id", offer.analysis().id(),
                        "title", offer.analysis().title(),
                        "forms", offer.forms().keySet().stream().sorted().toList(),
                        "parameters", offer.analysis().parameters()))
                .toList();
    }

    private ServerResponse answer(ServerRequest request) {
        String id = request.pathVariable("analysis");
        for (Offer<D, ?> offer : offers) {
            if (offer.analysis().id().equals(id)) {
                return answer(request, offer);
            }
        }
        throw new NotFound(
                "analysis",
                id,
                offers.stream().map(offer -> offer.analysis().id()).toList());
    }

    private <F extends Finding> ServerResponse answer(ServerRequest request, Offer<D, F> offer) {
        List<String> known = new ArrayList<>(WRITTEN);
        known.addAll(access.names());
        Map<String, String> given = new HashMap<>();
        List<String> own = offer.analysis().parameters().stream()
                .filter(parameter -> parameter.kind() != Parameter.Kind.FILE)
                .map(Parameter::name)
                .toList();
        known.addAll(own);
        Query query = Query.of(request, context.zone(), known);
        own.forEach(parameter -> query.find(parameter).ifPresent(text -> given.put(parameter, text)));
        C choice = access.choice(query);
        // What is wrong with the form is said before the work and not after it.
        demandForm(query, offer);
        offer.analysis().parameters().forEach(parameter -> demandBound(query, parameter));
        try {
            return write(request, query, offer, kept(offer, choice, given));
        } catch (BadSetting e) {
            throw new BadRequest(e.words(), e);
        }
    }

    /// What only chooses from a finding does not make another one to keep.
    private <F extends Finding> F kept(Offer<D, F> offer, C choice, Map<String, String> given) {
        if (offer.analysis() instanceof SelectingAnalysis<D, F> selecting) {
            Map<String, String> others = new HashMap<>(given);
            others.keySet().removeAll(selecting.selecting());
            return selecting.select(keep(offer, choice, others), new Settings(selecting.parameters(), given));
        }
        return keep(offer, choice, given);
    }

    private <F extends Finding> F keep(Offer<D, F> offer, C choice, Map<String, String> given) {
        return kept.get(
                new KeptFindings.Question(offer.analysis().id(), choice, Map.copyOf(given)),
                () -> find(offer, choice, given));
    }

    private <F extends Finding> F find(Offer<D, F> offer, C choice, Map<String, String> given) {
        Analysis<D, F> analysis = offer.analysis();
        boolean waits = heavy.contains(analysis.id());
        if (waits) {
            takeTurn();
        }
        try {
            return analysis.find(access.data(context, choice), new Settings(analysis.parameters(), given));
        } finally {
            if (waits) {
                turn.release();
            }
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryAcquire(WAIT_S, TimeUnit.SECONDS)) {
                throw new Busy("another long analysis is under way: ask again later");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Busy("the server is ending");
        }
    }

    private void demandForm(Query query, Offer<D, ?> offer) {
        String form = query.find("f").orElse("json");
        if (!FORMS.contains(form) && !offer.forms().containsKey(form)) {
            List<String> forms = new ArrayList<>(FORMS);
            offer.forms().keySet().stream().sorted().forEach(forms::add);
            throw new BadRequest("f", "one of " + String.join(", ", forms), form);
        }
        background(query, style(query));
    }

    private static void demandBound(Query query, Parameter parameter) {
        if (REPEATED.contains(parameter.name()) && !parameter.standard().isEmpty()) {
            long most = (long) MOST_TIMES_AS_USUAL * Math.max(1, Long.parseLong(parameter.standard()));
            query.find(parameter.name())
                    .filter(text -> text.matches("\\d{1,18}") && Long.parseLong(text) > most)
                    .ifPresent(text -> {
                        throw new BadRequest(
                                parameter.name(), "at most %d (the command line takes more)".formatted(most), text);
                    });
        }
    }

    private <F extends Finding> ServerResponse write(ServerRequest request, Query query, Offer<D, F> offer, F finding) {
        String form = query.find("f").orElse("json");
        try {
            return switch (form) {
                case "json" -> Answers.bytes(request, MediaType.APPLICATION_JSON, FindingText.json(finding));
                case "csv" -> Answers.bytes(request, Answers.CSV, csv(finding));
                case "svg" -> {
                    Style style = style(query);
                    Drawing drawing = offer.plot().draw(finding, style);
                    byte[] svg =
                            SvgCanvas.write(drawing, background(query, style)).getBytes(StandardCharsets.UTF_8);
                    yield Answers.bytes(request, SVG, svg);
                }
                case "png" -> {
                    Style style = style(query);
                    ByteArrayOutputStream png = new ByteArrayOutputStream();
                    RasterCanvas.writePng(offer.plot().draw(finding, style), background(query, style), PNG_SCALE, png);
                    yield Answers.bytes(request, MediaType.IMAGE_PNG, png.toByteArray());
                }
                default -> other(request, query, offer, finding);
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private <F extends Finding> ServerResponse other(ServerRequest request, Query query, Offer<D, F> offer, F finding)
            throws IOException {
        String form = query.get("f", "a form");
        Offer.FindingForm<F> writer = offer.forms().get(form);
        if (writer == null) {
            throw new BadRequest("f", "json, csv, svg or png", form);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            writer.write(finding, style(query), print);
        }
        MediaType type = switch (form) {
            case "geojson" -> Answers.GEO_JSON;
            case "html" -> Answers.HTML;
            case "glyph" -> SVG;
            default -> MediaType.APPLICATION_OCTET_STREAM;
        };
        return Answers.bytes(request, type, out.toByteArray());
    }

    private static byte[] csv(Finding finding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            FindingText.writeCsv(finding, print);
        }
        return out.toByteArray();
    }

    private static Style style(Query query) {
        return new Style(
                query.has("theme") ? query.choice("theme", Style.Theme.class) : Style.Theme.LIGHT,
                query.has("lang") ? query.choice("lang", Style.Language.class) : Style.Language.EN,
                query.has("width") ? query.number("width", Style.LEAST_WIDTH, Style.MOST_WIDTH) : Style.USUAL_WIDTH);
    }

    private static int background(Query query, Style style) {
        return switch (query.find("background").orElse("theme")) {
            case "theme" -> style.theme().surface();
            case "none" -> 0;
            case String other -> throw new BadRequest("background", "theme or none", other);
        };
    }
}

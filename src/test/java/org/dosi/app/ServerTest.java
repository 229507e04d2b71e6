package org.dosi.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.dosi.store.ObservationStore;
import org.dosi.store.SampleCity;
import org.dosi.store.StoreFiller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server over the sample city, started once for each class of tests and asked over HTTP.
abstract class ServerTest {
    static final JsonMapper JSON = new JsonMapper();
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    static ObservationStore store;
    static CityServer server;

    @BeforeAll
    static void start() {
        store = StoreFiller.open(folder);
        SampleCity.fill(store);
        server = CityServer.start(SampleCity.SEOUL, store, CityServer.Settings.local(0, "0.1.0"));
    }

    @AfterAll
    static void stop() {
        server.close();
        store.close();
    }

    static String base() {
        return "http://127.0.0.1:" + server.port();
    }

    static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path));
    }

    static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpResponse<byte[]> get(String path) {
        return send(request(path));
    }

    static JsonNode json(String path) {
        HttpResponse<byte[]> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " "
                    + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    /// What a refused request is told, after checking that it is told as a problem.
    static String refused(String path, int status) {
        HttpResponse<byte[]> answer = get(path);
        JsonNode problem = JSON.readTree(answer.body());
        if (answer.statusCode() != status
                || !answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                || problem.path("status").asInt() != status) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + problem);
        }
        return problem.path("detail").asString();
    }
}

package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.dosi.store.StoreFiller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// How the server behaves as a server, whatever it is asked.
final class HttpTest extends ServerTest {

    @Test
    void anAnswerIsNotSentAgainWhileTheStoreIsTheSame() {
        String tag = get("/api/properties").headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = send(request("/api/properties").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(send(request("/api/city").header("If-None-Match", tag)).statusCode())
                .as("a tag of another address")
                .isEqualTo(200);

        new StoreFiller(StoreFiller.dataset("another", null)).into(store);
        assertThat(send(request("/api/properties").header("If-None-Match", tag)).statusCode())
                .as("the store has changed")
                .isEqualTo(200);
    }

    @Test
    void longAnswersAreCompressed() throws IOException {
        String path = "/collections/gu/items?limit=25&f=json";
        byte[] plain = get(path).body();

        HttpResponse<byte[]> packed = send(request(path).header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body().length).isLessThan(plain.length / 2);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            JsonNode features = JSON.readTree(in.readAllBytes()).get("features");
            assertThat(features).isEqualTo(JSON.readTree(plain).get("features"));
        }
    }

    @Test
    void headIsGetWithoutItsBody() {
        HttpResponse<byte[]> head =
                send(request("/api/properties").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).isPresent();
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void onlyReadingIsAllowed(String method) {
        HttpResponse<byte[]> answer =
                send(request("/api/city").method(method, HttpRequest.BodyPublishers.ofString("x=1")));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectABrowser() {
        for (String path : new String[] {"/api/city", "/nothing", "/actuator/health"}) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:1"})
    void itAnswersUnderTheNamesOfThisMachine(String host) throws IOException {
        assertThat(raw("GET /conformance HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.0.7", "10.0.0.1:80"
            })
    void itDoesNotAnswerUnderAForeignName(String host) throws IOException {
        assertThat(raw("GET /api/city HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .doesNotContain("Seoul");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/assets/../../../org/dosi/app/CityServer.class",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/%2e%2e%2fPageFiles.class",
                "/..%2f..%2fpom.xml",
                "/assets/..%5c..%5cpom.xml",
                "/PageFiles.class",
                "/assets",
                "/assets/",
                "//etc/passwd",
                "/index.html%00.js",
                "/WEB-INF/web.xml"
            })
    void noFileIsServedThatIsNotOfThePage(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 40[04]").contains("\"status\":");
    }

    @Test
    void aQueryOfAMegabyteIsRefusedAsAProblem() throws IOException {
        String answer = raw("GET /api/search?q=" + "x".repeat(1_000_000)
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .satisfiesAnyOf(
                        text -> assertThat(text).startsWith("HTTP/1.1 400").contains("application/problem+json"),
                        text -> assertThat(text)
                                .as("cut off while we still wrote")
                                .isEmpty());
        assertThat(get("/api/city").statusCode()).as("and it lives on").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/search?q=%", "/api/search?q=%ZZ", "/api/feature?id=%FF%FE", "/api/search?q=%00"})
    void brokenEncodingIsNotOurFault(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotContain("HTTP/1.1 500").doesNotContain("\tat ");
    }

    @Test
    void itIsHealthyAndCountsItsRequests() {
        get("/api/city");

        JsonNode health = json("/actuator/health");
        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/store/status").asString()).isEqualTo("UP");
        JsonNode requests = json("/actuator/metrics/http.server.requests?tag=uri:/api/city");
        assertThat(requests.at("/measurements/0/value").asDouble()).isPositive();
        assertThat(get("/actuator/env").statusCode()).as("nothing else is told").isEqualTo(404);
    }

    /// As a browser would never send it.
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException _) {
                // The server may close before it has read a request that is too long.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException _) {
            return "";
        }
    }
}

package org.dosi.product.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.function.ServerRequest;

final class ProblemsTest {

    /// Nothing is asked of the request: its path is for the log alone.
    private static final ServerRequest REQUEST = (ServerRequest) Proxy.newProxyInstance(
            ProblemsTest.class.getClassLoader(), new Class<?>[] {ServerRequest.class}, (_, method, _) -> {
                throw new AssertionError("asked for " + method.getName());
            });

    @Test
    void aClientThatWentAwayIsNoFaultOfTheServer() {
        Throwable gone = new AsyncRequestNotUsableException("no more", new IOException("Broken pipe"));

        assertThat(Problems.answer(gone, REQUEST).statusCode().value()).isEqualTo(499);
    }

    @Test
    void aClientThatAsksNonsenseIsTold() {
        assertThat(Problems.answer(new BadRequest("from is no time"), REQUEST)
                        .statusCode()
                        .value())
                .isEqualTo(400);
    }
}

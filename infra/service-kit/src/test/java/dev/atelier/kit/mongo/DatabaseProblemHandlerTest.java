package dev.atelier.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import dev.atelier.kit.problem.ProblemWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.json.JsonMapper;

class DatabaseProblemHandlerTest {
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/things");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private DatabaseProblemHandler problems() {
        beans.addBean("writer", new ProblemWriter(JsonMapper.shared()));
        return new DatabaseProblemHandler(beans.getBeanProvider(ProblemWriter.class));
    }

    static Stream<Exception> failuresThatMayPass() {
        var overtaken = new MongoException(112, "WriteConflict");
        overtaken.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
        return Stream.of(
                overtaken,
                new DataIntegrityViolationException("overtaken", overtaken),
                new OptimisticLockingFailureException("overtaken"),
                new MongoTimeoutException("no server"),
                new DataAccessResourceFailureException("away"),
                new CannotCreateTransactionException("away"));
    }

    @ParameterizedTest
    @MethodSource("failuresThatMayPass")
    void whatMayPassIsRefusedForNow(Exception failure) throws Exception {
        problems().problem(failure, request, response);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(response.getContentAsString()).contains("urn:atelier:problem:temporarily-unavailable");
    }

    @Test
    void whatCanNeverWorkStaysAnError() {
        var failure = new DuplicateKeyException("twice");

        assertThatThrownBy(() -> problems().problem(failure, request, response)).isSameAs(failure);
        assertThat(response.isCommitted()).isFalse();
    }
}

package colophon.commands.imports.running;

import static colophon.commands.Reason.INVALID_ROW;

import colophon.api.access.WriteAccess;
import colophon.commands.gateway.CommandRequest.InternalOrigin;
import colophon.commands.imports.rows.ImportTarget;
import colophon.commands.imports.rows.InvalidRowException;
import colophon.commands.imports.rows.RowFile;
import colophon.commands.imports.rows.RowFile.Row;
import colophon.commands.imports.rows.RowKeys;
import colophon.commands.imports.rows.RowMapping;
import colophon.commands.imports.rows.RowOutcome;
import colophon.commands.imports.running.RowSender.Starter;
import colophon.commands.loading.StateStore;
import colophon.commands.reply.Reply;
import colophon.commands.student.Student;
import colophon.events.imports.ImportKind;

import jakarta.validation.Validator;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.Objects;

/** Tries each row of a dry run, one by one, against the state at that moment. */
final class DryRunExecution {

    private static final Logger LOG = LoggerFactory.getLogger(DryRunExecution.class);
    private static final String NOT_NOW =
            "The row could not be checked: a system that it needs does not answer.";

    private final RowSender sender;
    private final StateStore states;
    private final JsonMapper json;
    private final Validator validator;

    DryRunExecution(RowSender sender, StateStore states, JsonMapper json, Validator validator) {
        this.sender = sender;
        this.states = states;
        this.json = json;
        this.validator = validator;
    }

    /**
     * Tries all rows of the file.
     *
     * @throws AuthorizationEndedException if the dry run was cancelled, or the account may not go
     *     on
     * @throws StoppedException if the server stops
     */
    void tryRows(DryRun dryRun, WriteAccess access, String grant, Path file) {
        var form = RowMapping.of(dryRun.kind(), json, validator);
        var target = ImportTarget.of(dryRun.kind()).request();
        var starter =
                new Starter(
                        access.account(),
                        grant,
                        target.name(),
                        access.institutions(),
                        new RowProgress());
        new RowFile(file)
                .each(
                        row -> {
                            if (dryRun.isEnded())
                                throw new AuthorizationEndedException("cancelled");
                            if (starter.isDue()) sender.askAgain(starter);
                            if (sender.isStopping()) throw new StoppedException();
                            var id = form.named(row.cells());
                            var within = RowKeys.origin(dryRun.id(), access, id, true, null);
                            dryRun.add(rehearsed(row, form, dryRun, within));
                        });
    }

    private RowOutcome rehearsed(Row row, RowMapping form, DryRun dryRun, InternalOrigin within) {
        try {
            var request =
                    form.request(row.cells(), RowKeys.idOfItsOwn(dryRun.digest(), row.line()));
            if (dryRun.kind() == ImportKind.STUDENTS && isNobody(request.id()))
                return outcome(row, RowOutcome.ACCEPTED, request.id(), null, null);
            var target = ImportTarget.of(dryRun.kind());
            var answer = sender.send(target, request, within);
            var status = answer.getStatusCode().value();
            var body = Objects.requireNonNull(answer.getBody());
            // a recorded outcome is answered with 200 the first time too
            var changes = status == 201 || target.isByPath();
            return RowOutcome.of(
                    row.line(),
                    new Reply("", new byte[0], status, "application/json", body),
                    changes,
                    json);
        } catch (InvalidRowException e) {
            return refused(row, form, e.detail());
        } catch (AxonTransientException e) {
            return refused(row, form, NOT_NOW);
        } catch (RuntimeException e) {
            LOG.error("{}, line {}", dryRun.id(), row.line(), e);
            return refused(row, form, ImportExecution.FAILED);
        }
    }

    /** A dry run must not seal the name of a new student, since that would leave a key behind. */
    private boolean isNobody(String studentId) {
        return states.read(Student.STREAM.stream(studentId)) instanceof Student.Unknown;
    }

    private static RowOutcome refused(Row row, RowMapping form, String detail) {
        var id = form.named(row.cells());
        return outcome(row, RowOutcome.REFUSED, id, INVALID_ROW.word(), detail);
    }

    private static RowOutcome outcome(
            Row row,
            String status,
            @Nullable String id,
            @Nullable String reason,
            @Nullable String detail) {
        return new RowOutcome(row.line(), status, id, reason, detail, null);
    }
}

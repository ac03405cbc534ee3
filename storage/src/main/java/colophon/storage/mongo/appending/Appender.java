package colophon.storage.mongo.appending;

import colophon.storage.log.Commit;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.HashChain;
import colophon.storage.log.StoredCommit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Appends a batch of commits to the log despite all failures, as a pure algorithm: it says what to
 * ask of the database next ({@link #call}) and is told the answer. Four rules settle every unknown
 * outcome in the end:
 *
 * <ul>
 *   <li>A slot is tried only when a majority is known to have the previous one.
 *   <li>What may have been written is tried again at the same slot with the same content, until the
 *       slot is seen to be taken. Then a write still on its way can only fail.
 *   <li>One batch is on its way at a time, in order.
 *   <li>The winner of a slot is read from the database, never from the text of a failure.
 * </ul>
 */
public class Appender {

    private final List<PendingAppend> waiting = new ArrayList<>();

    /** The commits for the first waiting ones, numbered as if no other process is first. */
    private List<StoredCommit> prepared = List.of();

    /** The last slot that a majority is known to have; null if it must be asked for. */
    private @Nullable CommitSlot tip;

    private @Nullable DatabaseCall call;
    private @Nullable DatabaseCall afterPause;
    private int failures;

    /** Appends these, in this order, behind those that already wait. */
    public final void add(List<? extends PendingAppend> more) {
        waiting.addAll(more);
        if (call == null) next();
    }

    /** What to ask of the database now; null if no commit waits. */
    public final @Nullable DatabaseCall call() {
        return call;
    }

    /**
     * Drops all waiting commits without an answer. What was sent may still be appended, so this
     * appender must never be used again.
     */
    public final List<PendingAppend> abandon() {
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /**
     * Takes the answer to the call.
     *
     * @throws DamagedLogException if the log has a hole
     */
    public final void answer(DatabaseAnswer answer) {
        switch (answer) {
            case DatabaseAnswer.OutcomeUnknown _ -> unknown();
            case DatabaseAnswer.Completed _ when call instanceof DatabaseCall.Pause ->
                    call = afterPause;
            case DatabaseAnswer.Completed _ -> done();
            case DatabaseAnswer.IndexTaken(var index) -> taken(index);
            case DatabaseAnswer.SlotsRead(var slots) when call instanceof DatabaseCall.ReadTip ->
                    tip(slots);
            case DatabaseAnswer.SlotsRead(var slots) -> slots(slots);
            case DatabaseAnswer.ConflictsFound(var holders) -> holders(holders);
        }
    }

    /** Package-private, so that a test can break it. */
    void unknown() {
        failures++;
        pause();
    }

    /** Package-private, so that a test can break it. */
    void taken(int index) {
        landed(index);
        call = new DatabaseCall.ReadSlots(number() + 1);
    }

    final void landed(int count) {
        if (count == 0) return;
        for (var i = 0; i < count; i++) waiting.get(i).appended(prepared.get(i).number());
        tip = CommitSlot.of(prepared.get(count - 1));
        failures = 0;
        waiting.subList(0, count).clear();
        prepared = List.copyOf(prepared.subList(count, prepared.size()));
    }

    final void forgetTip() {
        tip = null;
        prepared = List.of();
    }

    final void next() {
        if (tip != null && prepared.isEmpty()) prepare(tip);
        if (waiting.isEmpty()) call = null;
        else if (tip == null) call = new DatabaseCall.ReadTip();
        else call = new DatabaseCall.Insert(prepared);
    }

    private void done() {
        landed(prepared.size());
        next();
    }

    private void tip(List<CommitSlot> slots) {
        tip = slots.isEmpty() ? CommitSlot.START : slots.getLast();
        next();
    }

    private void slots(List<CommitSlot> slots) {
        var own = 0;
        for (var slot : slots) {
            if (slot.number() != number() + own + 1)
                throw new DamagedLogException(number() + own + 1, "it is missing");
            if (own == prepared.size() || !slot.id().equals(prepared.get(own).id())) break;
            own++;
        }
        landed(own);
        if (own < slots.size()) moveBehind(slots);
        else if (own > 0 || prepared.isEmpty()) next();
        else call = new DatabaseCall.FindConflicts(commits());
    }

    /**
     * Another process was first in these slots. Own writes still on their way can only fail there.
     */
    private void moveBehind(List<CommitSlot> slots) {
        forgetTip();
        if (slots.size() < DatabaseCall.ReadSlots.MOST) tip = slots.getLast();
        failures = 0;
        next();
    }

    private void holders(List<ConflictingDocument> holders) {
        if (holders.stream().anyMatch(this::isOurs)) {
            // It was written after its slot had been read.
            call = new DatabaseCall.ReadSlots(number() + 1);
            return;
        }
        if (refuse(holders)) {
            prepared = List.of();
            failures = 0;
            next();
        } else {
            // A majority does not have the holder yet, or its server is about to lose it.
            failures++;
            pause();
            afterPause = new DatabaseCall.Insert(prepared);
        }
    }

    private boolean refuse(List<ConflictingDocument> holders) {
        return waiting.removeIf(
                one -> {
                    for (var holder : holders) {
                        var why = holder.refuses(one.commit());
                        if (why == null) continue;
                        one.refused(why);
                        return true;
                    }
                    return false;
                });
    }

    private boolean isOurs(ConflictingDocument holder) {
        return waiting.stream().anyMatch(one -> holder.is(one.commit()));
    }

    private void pause() {
        if (!(call instanceof DatabaseCall.Pause)) afterPause = call;
        call = new DatabaseCall.Pause(failures);
    }

    private void prepare(CommitSlot before) {
        waiting.removeIf(one -> !one.send());
        var all = new ArrayList<StoredCommit>(waiting.size());
        var last = before;
        for (var one : waiting) {
            var next = after(last, one.commit());
            all.add(next);
            last = CommitSlot.of(next);
        }
        prepared = all;
    }

    private static StoredCommit after(CommitSlot before, Commit commit) {
        var number = before.number() + 1;
        var time = commit.newest();
        var hash = HashChain.next(before.hash(), number, time, commit.digest());
        return new StoredCommit(number, commit.id(), time, hash, commit.events(), commit.reply());
    }

    private List<Commit> commits() {
        return waiting.stream().map(PendingAppend::commit).toList();
    }

    private long number() {
        return tip == null ? 0 : tip.number();
    }
}

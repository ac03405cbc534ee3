package colophon.commands.offering;

import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.institution.Institution;
import colophon.commands.program.Course;
import colophon.events.offering.OfferingScheduled;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class OfferingDesk implements Desk {

    private final Subjects subjects;

    OfferingDesk(Subjects subjects) {
        this.subjects = subjects;
    }

    @CommandHandler
    Answer handle(ScheduleOffering command) {
        var course =
                Course.known(
                        subjects.read(Course.SUBJECT.stream(command.courseId())),
                        command.courseId());
        var institutionId = course.institutionId();
        Institution.accept(
                Institution.known(
                        subjects.read(Institution.SUBJECT.stream(institutionId)), institutionId),
                command.tuition());
        var stream = Offering.SUBJECT.stream(command.offeringId());
        var prices = PriceList.SUBJECT.stream(institutionId);
        subjects.lock(stream, prices);
        var decided = Offering.decide(command, course, subjects.read(stream));
        subjects.append(stream, decided);
        for (var event : decided)
            if (event instanceof OfferingScheduled scheduled)
                subjects.append(prices, PriceList.list(scheduled));
        return Answer.made(!decided.isEmpty(), new Made(command.offeringId()));
    }

    record Made(String id) {}
}

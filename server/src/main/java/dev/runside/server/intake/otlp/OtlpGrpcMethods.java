package dev.runside.server.intake.otlp;

import dev.runside.server.access.Caller;
import dev.runside.server.intake.grpc.GrpcMethod;
import dev.runside.server.intake.mapping.Speakers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** OTLP/gRPC: its three methods, which take what the paths of OTLP/HTTP take. */
@Configuration(proxyBeanMethods = false)
class OtlpGrpcMethods {

    private record ExportMethod(OtlpSignal signal, OtlpIntake intake) implements GrpcMethod {

        @Override
        public String name() {
            return signal.method();
        }

        @Override
        public byte[] answer(Caller caller, byte[] request) {
            return OtlpFormat.PROTOBUF.answer(
                    signal, intake.take(Speakers.of(caller), signal, OtlpFormat.PROTOBUF, request));
        }
    }

    @Bean
    GrpcMethod exportMetrics(OtlpIntake intake) {
        return new ExportMethod(OtlpSignal.METRICS, intake);
    }

    @Bean
    GrpcMethod exportTraces(OtlpIntake intake) {
        return new ExportMethod(OtlpSignal.TRACES, intake);
    }

    @Bean
    GrpcMethod exportLogs(OtlpIntake intake) {
        return new ExportMethod(OtlpSignal.LOGS, intake);
    }
}

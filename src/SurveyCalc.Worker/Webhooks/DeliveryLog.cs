namespace SurveyCalc.Worker.Webhooks;

/// <summary>What the service logs about deliveries: names and numbers, nothing of a message or an answer.</summary>
internal static partial class DeliveryLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Sequence} did not reach {Destination} at attempt {Attempt}, next in {Delay}: {Reason}")]
    public static partial void NotDelivered(this ILogger log, string destination, long sequence, int attempt, TimeSpan delay, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Sequence} for {Destination} is dead after {Attempts} attempts: {Reason}")]
    public static partial void GaveUp(this ILogger log, string destination, long sequence, int attempts, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery to {Destination} is stopped at message {Sequence}: the receiver answered that it is gone")]
    public static partial void Stopped(this ILogger log, string destination, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery to {Destination} was interrupted and goes on")]
    public static partial void Interrupted(this ILogger log, string destination, Exception fault);
}

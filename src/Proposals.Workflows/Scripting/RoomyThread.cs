using System.Runtime.ExceptionServices;

namespace Proposals.Workflows.Scripting;

/// <summary>Runs something on a stack large enough for whatever nesting 4 kB of script can hold.</summary>
internal static class RoomyThread
{
    private const int StackBytes = 64 * 1024 * 1024;

    public static T? Run<T>(Func<T?> work)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackBytes)
        { IsBackground = true };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}

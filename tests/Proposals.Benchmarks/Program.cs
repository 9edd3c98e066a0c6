Console.WriteLine("BENCH none 0 -");

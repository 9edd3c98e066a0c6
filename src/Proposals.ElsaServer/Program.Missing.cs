await Console.Error.WriteLineAsync("This build has no Elsa packages: build with -p:ElsaPackages=true where the feed has them.");
return 1;

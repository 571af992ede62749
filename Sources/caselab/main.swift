import CaselabCommands

await Program.main()

"""One script per figure: `haidang bench NAME`; results/ holds dated JSON with commit and machine."""

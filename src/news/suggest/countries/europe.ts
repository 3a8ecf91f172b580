/** Europe: code | names, the first one as people tag it | capital, then large cities and what stands for the country | what its people and things are called. */
export const EUROPE = `
AL | Albania | Tirana | Albanian, Albanians
AD | Andorra | Andorra la Vella | Andorran, Andorrans
AT | Austria | Vienna, Salzburg, Graz | Austrian, Austrians
BY | Belarus, Byelorussia | Minsk | Belarusian, Belarusians, Belarussian
BE | Belgium | Brussels, Antwerp, Ghent | Belgian, Belgians
BA | Bosnia and Herzegovina, Bosnia, Bosnia-Herzegovina | Sarajevo | Bosnian, Bosnians
BG | Bulgaria | Sofia, Plovdiv | Bulgarian, Bulgarians
HR | Croatia | Zagreb, Dubrovnik | Croatian, Croatians, Croat, Croats
CY | Cyprus | Nicosia, Limassol | Cypriot, Cypriots
CZ | Czech Republic, Czechia | Prague, Brno | Czech, Czechs
DK | Denmark | Copenhagen, Aarhus | Danish, Danes
EE | Estonia | Tallinn | Estonian, Estonians
FO | Faroe Islands, Faroes | Torshavn | Faroese
FI | Finland | Helsinki | Finnish, Finns
FR | France | Paris, Lyon, Marseille, Strasbourg, Toulouse, Bordeaux | French, Frenchman, Frenchmen
DE | Germany | Berlin, Frankfurt, Hamburg, Munich, Cologne, Bonn, Duesseldorf, Düsseldorf, Stuttgart | German, Germans
GI | Gibraltar | | Gibraltarian, Gibraltarians
GR | Greece | ?Athens, Thessaloniki | Greek, Greeks
HU | Hungary | Budapest | Hungarian, Hungarians
IS | Iceland | Reykjavik | Icelandic, Icelanders
IE | Ireland, Irish Republic, Republic of Ireland | ?Dublin, Cork | Irish, Irishman, Irishmen
IT | Italy | Rome, Milan, Turin, ?Naples, Venice, ?Florence, Genoa | Italian, Italians
XK | Kosovo | Pristina | Kosovar, Kosovars, Kosovan
LV | Latvia | Riga | Latvian, Latvians
LI | Liechtenstein | Vaduz |
LT | Lithuania | Vilnius, Kaunas | Lithuanian, Lithuanians
LU | Luxembourg, Luxemburg | | Luxembourgish, Luxembourger, Luxembourgers
MT | Malta | Valletta | Maltese
MD | Moldova, Moldavia | Chisinau | Moldovan, Moldovans
MC | Monaco | Monte Carlo | Monegasque, Monegasques
ME | Montenegro | Podgorica | Montenegrin, Montenegrins
NL | Netherlands, Holland | Amsterdam, Rotterdam, The Hague, Utrecht, Eindhoven | Dutch, Dutchman
MK | North Macedonia, Macedonia | Skopje | Macedonian, Macedonians
NO | Norway | Oslo, ?Bergen, Stavanger | Norwegian, Norwegians
PL | Poland | Warsaw, Krakow, Gdansk | Polish, Poles
PT | Portugal | Lisbon, Porto, Oporto | Portuguese
RO | Romania, Rumania | Bucharest | Romanian, Romanians
RU | Russia, Russian Federation | Moscow, ?St Petersburg, Kremlin, Vladivostok | Russian, Russians
SM | San Marino | | Sammarinese
RS | Serbia | Belgrade, Novi Sad | Serbian, Serbians, Serb, Serbs
SK | Slovakia | Bratislava | Slovak, Slovaks, Slovakian
SI | Slovenia | Ljubljana | Slovenian, Slovenians, Slovene, Slovenes
ES | Spain | Madrid, Barcelona, Seville, ?Valencia, Bilbao | Spanish, Spaniard, Spaniards
SE | Sweden | Stockholm, Gothenburg, Malmo, Malmö | Swedish, Swedes
CH | Switzerland | Zurich, Zürich, ?Geneva, Basle, Basel, Berne, ?Bern, Lausanne | Swiss
UA | Ukraine | Kyiv, Kiev, ?Odessa, Odesa, Kharkiv, Kharkov, Lviv, Donetsk | Ukrainian, Ukrainians
GB | United Kingdom, UK, U.K., Britain, Great Britain, England, Scotland, Wales, Northern Ireland | London, Edinburgh, Glasgow, Belfast, Cardiff, ?Manchester, Liverpool, Leeds | British, Briton, Britons, English, Scottish, Welsh
VA | Vatican City, Vatican, Holy See | |
`;

/** States of the past, with the first and the last year in which their names were those of a state. */
export const FORMER = `
SU | Soviet Union, USSR, U.S.S.R., Russia | Moscow, Leningrad, Kremlin, Kiev, Vladivostok | Soviet, Soviets, Russian, Russians | 1922 | 1991
DE | West Germany, Federal Republic of Germany, Germany | Bonn, Frankfurt, Hamburg, Munich, Cologne, Duesseldorf, Düsseldorf, Stuttgart, West Berlin | West German, West Germans, German, Germans | 1949 | 1990
DD | East Germany, German Democratic Republic, GDR | East Berlin, Leipzig, Dresden | East German, East Germans | 1949 | 1990
CS | Czechoslovakia | Prague, Bratislava | Czechoslovak, Czechoslovaks, Czechoslovakian, Czech, Czechs | 1918 | 1992
YU | Yugoslavia | Belgrade, Zagreb, Sarajevo, Ljubljana | Yugoslav, Yugoslavs, Yugoslavian | 1918 | 2003
`;

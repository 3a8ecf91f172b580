/** The Americas: code | names, the first one as people tag it | capital, then large cities and what stands for the country | what its people and things are called. */
export const AMERICAS = `
AG | Antigua and Barbuda, Antigua | ?St. John's | Antiguan, Antiguans
AR | Argentina | Buenos Aires, ?Cordoba, Rosario | Argentine, Argentines, Argentinian, Argentinians
BS | Bahamas, The Bahamas | ?Nassau | Bahamian, Bahamians
BB | Barbados | Bridgetown | Barbadian, Barbadians
BZ | Belize | Belmopan | Belizean, Belizeans
BM | Bermuda | ?Hamilton | Bermudian, Bermudians
BO | Bolivia | La Paz, Sucre | Bolivian, Bolivians
BR | Brazil, Brasil | Brasilia, Brasília, Rio de Janeiro, Sao Paulo, São Paulo | Brazilian, Brazilians
CA | Canada | Ottawa, Toronto, Montreal, Vancouver, Calgary, Edmonton, Winnipeg, Quebec, Ontario, Alberta, British Columbia, Saskatchewan, Manitoba | Canadian, Canadians
KY | Cayman Islands | ?George Town | Caymanian
CL | Chile | ?Santiago, Valparaiso | Chilean, Chileans
CO | Colombia | Bogota, Bogotá, Medellin, Cali | Colombian, Colombians
CR | Costa Rica | ?San Jose | Costa Rican, Costa Ricans
CU | Cuba | Havana | Cuban, Cubans
DM | Dominica | ?Roseau |
DO | Dominican Republic | Santo Domingo | Dominican, Dominicans
EC | Ecuador | Quito, Guayaquil | Ecuadorean, Ecuadorian, Ecuadoreans, Ecuadorians
SV | El Salvador | San Salvador | Salvadoran, Salvadorans, Salvadorean
FK | Falkland Islands, Falklands | ?Stanley | Falkland Islander, Falkland Islanders
GF | French Guiana | Cayenne |
GL | Greenland | Nuuk | Greenlandic, Greenlander, Greenlanders
GD | Grenada | ?St. George's | Grenadian, Grenadians
GP | Guadeloupe | |
GT | Guatemala | Guatemala City | Guatemalan, Guatemalans
GY | Guyana | ?Georgetown | Guyanese
HT | Haiti | Port-au-Prince | Haitian, Haitians
HN | Honduras | Tegucigalpa | Honduran, Hondurans
JM | Jamaica | ?Kingston | Jamaican, Jamaicans
MQ | Martinique | Fort-de-France |
MX | Mexico | Mexico City, Tijuana, Guadalajara, Monterrey | Mexican, Mexicans
NI | Nicaragua | Managua | Nicaraguan, Nicaraguans
PA | Panama | Panama City | Panamanian, Panamanians
PY | Paraguay | Asuncion, Asunción | Paraguayan, Paraguayans
PE | Peru | Lima | Peruvian, Peruvians
PR | Puerto Rico | San Juan | Puerto Rican, Puerto Ricans
KN | Saint Kitts and Nevis, St. Kitts and Nevis | Basseterre | Kittitian
LC | Saint Lucia, St. Lucia | Castries | Saint Lucian
VC | Saint Vincent and the Grenadines | Kingstown | Vincentian
SR | Suriname, Surinam | Paramaribo | Surinamese
TT | Trinidad and Tobago, Trinidad | Port of Spain | Trinidadian, Trinidadians
US | United States, United States of America, USA, U.S.A., U.S., US, America | Washington, Washington D.C., New York, Chicago, Los Angeles, Boston, San Francisco, Houston, Dallas, Philadelphia, Detroit, Atlanta, Miami, Seattle, Denver, Minneapolis, Cleveland, Pittsburgh, St. Louis, Cincinnati, Baltimore, Milwaukee, New Orleans, Las Vegas, Phoenix, San Diego, Indianapolis, Salt Lake City, Honolulu, Wall Street, White House, Pentagon, Texas, California, Florida, Illinois, Ohio, Pennsylvania, Michigan, New Jersey, Massachusetts, Virginia, Minnesota, Wisconsin, Colorado, Oklahoma, Louisiana, Tennessee, Kentucky, Arizona, Oregon, Alaska, Hawaii, Iowa, Kansas, Nebraska, Missouri, Maryland, Connecticut | American, Americans
UY | Uruguay | Montevideo | Uruguayan, Uruguayans
VE | Venezuela | Caracas, Maracaibo | Venezuelan, Venezuelans
`;

/** What reads like a country's name and is none: it stops a shorter name in it from counting. */
export const NO_COUNTRIES =
  'New Mexico, Gulf of Mexico, Latin American, Latin Americans, Latin America, South American, South America, ' +
  'North American, North America, Central America, Central American, African American, African Americans, ' +
  'South China Sea, East China Sea, Sea of Japan, Indian Ocean, English Channel, French Polynesia, New England, ' +
  'South Georgia, Native American, Native Americans, American Samoa, Little Rock, British Columbian, Gulf of Oman, ' +
  'Lake Michigan, Missouri River, New London, New Britain, New South Wales, US Open, Paris Club, Indian Point';

/** Africa: code | names, the first one as people tag it | capital, then large cities and what stands for the country | what its people and things are called. */
export const AFRICA = `
DZ | Algeria | Algiers, Oran | Algerian, Algerians
AO | Angola | Luanda | Angolan, Angolans
BJ | Benin | Porto-Novo, Cotonou | Beninese, Beninois
BW | Botswana | Gaborone | Botswanan, Motswana, Batswana
BF | Burkina Faso, Upper Volta | Ouagadougou | Burkinabe, Burkinabé
BI | Burundi | Gitega, Bujumbura | Burundian, Burundians
CV | Cape Verde, Cabo Verde | Praia | Cape Verdean, Cape Verdeans
CM | Cameroon, Cameroun | Yaounde, Yaoundé, Douala | Cameroonian, Cameroonians
CF | Central African Republic | Bangui | Central African
TD | ?Chad | N'Djamena, Ndjamena | Chadian, Chadians
KM | Comoros | Moroni | Comorian, Comorians
CD | Democratic Republic of the Congo, Democratic Republic of Congo, DRC, Zaire | Kinshasa, Goma, Lubumbashi | Congolese, Zairean, Zairian
CG | Republic of the Congo, Congo, Congo-Brazzaville | Brazzaville |
DJ | Djibouti | | Djiboutian, Djiboutians
EG | Egypt | Cairo, ?Alexandria, Suez, Giza | Egyptian, Egyptians
GQ | Equatorial Guinea | Malabo | Equatoguinean, Equatorial Guinean
ER | Eritrea | Asmara | Eritrean, Eritreans
SZ | Eswatini, Swaziland | Mbabane | Swazi, Swazis
ET | Ethiopia | Addis Ababa, Mekelle | Ethiopian, Ethiopians
GA | Gabon | Libreville | Gabonese
GM | Gambia, The Gambia | Banjul | Gambian, Gambians
GH | Ghana | Accra, Kumasi | Ghanaian, Ghanaians
GN | Guinea | Conakry | Guinean, Guineans
GW | Guinea-Bissau | Bissau | Bissau-Guinean
CI | Ivory Coast, Côte d'Ivoire, Cote d'Ivoire | Yamoussoukro, Abidjan | Ivorian, Ivorians
KE | Kenya | Nairobi, Mombasa | Kenyan, Kenyans
LS | Lesotho | Maseru | Basotho
LR | Liberia | Monrovia | Liberian, Liberians
LY | Libya | Tripoli, Benghazi, Misrata | Libyan, Libyans
MG | Madagascar | Antananarivo | Malagasy, Madagascan
MW | Malawi | Lilongwe, Blantyre | Malawian, Malawians
ML | Mali | Bamako, Timbuktu | Malian, Malians
MR | Mauritania | Nouakchott | Mauritanian, Mauritanians
MU | Mauritius | Port Louis | Mauritian, Mauritians
MA | Morocco | Rabat, Casablanca, Marrakesh, Marrakech, Tangier | Moroccan, Moroccans
MZ | Mozambique | Maputo, Beira | Mozambican, Mozambicans
NA | Namibia, South West Africa | Windhoek | Namibian, Namibians
NE | Niger | Niamey | Nigerien, Nigeriens
NG | Nigeria | Abuja, Lagos, Kano | Nigerian, Nigerians
RW | Rwanda | Kigali | Rwandan, Rwandans
ST | Sao Tome and Principe, São Tomé and Príncipe | Sao Tome, São Tomé | Santomean
SN | Senegal | Dakar | Senegalese
SC | Seychelles | ?Victoria | Seychellois
SL | Sierra Leone | Freetown | Sierra Leonean, Sierra Leoneans
SO | Somalia | Mogadishu | Somali, Somalis, Somalian
ZA | South Africa | Pretoria, Johannesburg, Cape Town, Durban, Soweto | South African, South Africans
SS | South Sudan | ?Juba | South Sudanese
SD | Sudan | Khartoum, Darfur | Sudanese
TZ | Tanzania, Zanzibar | Dodoma, Dar es Salaam | Tanzanian, Tanzanians
TG | Togo | Lome, Lomé | Togolese
TN | Tunisia | Tunis | Tunisian, Tunisians
UG | Uganda | Kampala, Entebbe | Ugandan, Ugandans
EH | Western Sahara | Laayoune | Sahrawi, Sahrawis
ZM | Zambia | Lusaka | Zambian, Zambians
ZW | Zimbabwe, Rhodesia | Harare, Bulawayo | Zimbabwean, Zimbabweans
`;
